// Runs a fuzz target where libFuzzer is not linked: each file of the corpus, then mutations of them by a
// fixed seed. Usage: fuzz_NAME CORPUS. BANWEN_FUZZ_SECONDS sets how long it goes on; without it a fixed
// number of rounds, the same ones every time. A target that finds a fault ends the program by a signal; the
// input is left in fuzz-input.bin.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 3000;
constexpr std::size_t kLongest = 4096;

std::vector<std::string> read_corpus(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> corpus;
    for (const fs::path& file : files) {
        std::ifstream in(file, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return corpus;
}

// One small change: a byte, a piece taken out, a piece doubled, a piece of another input put in.
std::string mutated(std::string text, const std::string& other, std::mt19937& random) {
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    const std::size_t length = 1 + random() % 12;
    switch (random() % 4) {
        case 0:
            if (!text.empty()) text[at] = static_cast<char>(random() & 0xFFU);
            break;
        case 1:
            text.erase(at, length);
            break;
        case 2:
            text.insert(at, text.substr(at, length));
            break;
        default:
            text.insert(at, other.substr(other.empty() ? 0 : random() % other.size(), length));
            break;
    }
    text.resize(std::min(text.size(), kLongest));
    return text;
}

const std::string* current = nullptr;  // what to keep when the program ends by a signal

void keep_input(int signal) {
    if (current != nullptr) std::ofstream("fuzz-input.bin", std::ios::binary) << *current;
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const std::string& input) {
    current = &input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::string> corpus = count == 2 ? read_corpus(arguments[1]) : std::vector<std::string>{};
    if (corpus.empty()) {
        std::fprintf(stderr, "usage: %s CORPUS, a folder with at least one file\n", arguments[0]);
        return 2;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE})
        std::signal(signal, keep_input);
    for (const std::string& input : std::vector<std::string>(corpus))
        run(input);
    const char* seconds = std::getenv("BANWEN_FUZZ_SECONDS");
    const Clock::time_point end = Clock::now() + std::chrono::seconds(seconds ? std::atoi(seconds) : 0);
    std::mt19937 random(20240318);
    const std::size_t seeds = corpus.size();
    long rounds = 0;
    for (; seconds ? Clock::now() < end : rounds < kRounds; ++rounds) {
        std::string input = corpus[random() % corpus.size()];
        for (auto changes = 1 + random() % 6; changes > 0; --changes)
            input = mutated(std::move(input), corpus[random() % corpus.size()], random);
        run(input);
        // Some mutations become seeds themselves, so that changes add up.
        if (random() % 16 == 0) {
            if (corpus.size() < 500)
                corpus.push_back(std::move(input));
            else
                corpus[seeds + random() % (corpus.size() - seeds)] = std::move(input);
        }
    }
    std::printf("%ld rounds from %zu files\n", rounds, seeds);
    return 0;
}
