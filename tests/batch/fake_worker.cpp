// A worker whose recognizer reads the same word in every line and whose pages do what their files' names say.
// Called as
//   fake_worker LOG [STARTS]
// it appends a line to LOG for its start and for each page; with STARTS, only the first so many find a model.
//   fake_worker convert IN OUT LOG
// is the coordinator of two such workers, for tests that kill it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <new>
#include <string>
#include <string_view>
#include <thread>

#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include "batch/convert_run.h"
#include "batch/serve_pages.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

std::string log_file;

void log(const std::string& line) {
    std::ofstream(log_file, std::ios::app) << line << '\n';
}

int starts_so_far() {
    std::ifstream stream(log_file);
    int starts = 0;
    for (std::string line; std::getline(stream, line);)
        starts += line == "start" ? 1 : 0;
    return starts;
}

class FakeRecognizer : public Recognizer {
    std::vector<std::vector<Glyph>> read_lines(std::span<const LineImage> lines) override {
        std::vector<std::vector<Glyph>> read;
        for (const LineImage& line : lines)
            read.push_back({{{0, 0, line.gray.width, line.gray.height}, {{"版", 0.9}}, false}});
        return read;
    }
};

[[noreturn]] void hang() {
    while (true)
        std::this_thread::sleep_for(std::chrono::seconds(1));
}

// Memory that is no data of the heap's, so that only who looks from outside sees it.
[[noreturn]] void fill_shared_memory() {
    constexpr std::size_t kStep = std::size_t{16} << 20;
    while (true) {
        void* const block = ::mmap(nullptr, kStep, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        if (block == MAP_FAILED) hang();
        std::fill_n(static_cast<char*>(block), kStep, 'x');
        ::usleep(1'000);
    }
}

void allocate() {
    std::vector<char> block(std::size_t{8} << 30, 'x');
    log("got " + std::to_string(block.size()));
}

// What a page does whose name begins with the word.
const std::map<std::string, void (*)()> kDeeds = {
    {"abort", [] { std::abort(); }},
    {"exit", [] { std::_Exit(0); }},
    {"hang", hang},
    {"allocate", allocate},
    {"fill", fill_shared_memory},
    {"error", [] { throw Error(ExitCode::bug, "engine\nbroke"); }},
    {"memory", [] { throw std::bad_alloc(); }},
    {"exception", [] { throw std::runtime_error("inner\ntrouble"); }},
    {"number", [] { throw 7; }},
    {"killed", [] { ::kill(::getpid(), SIGKILL); }},
};

// Deeds of a file named WORD-once… are done only the first time.
void act(const fs::path& file) {
    const std::string name = file.filename().native();
    const auto deed = kDeeds.find(name.substr(0, name.find_first_of("-.")));
    if (deed == kDeeds.end()) return;
    const fs::path done = file.native() + ".done";
    const bool over = name.find("-once") != std::string::npos && fs::exists(done);
    std::ofstream(done) << "";
    if (!over) deed->second();
}

PageText read_named(const PageRef& ref, int number, Recognizer& recognizer, const Options& options) {
    log("read " + fs::path(ref.file).filename().native());
    act(ref.file);
    return read_page(ref, number, recognizer, options);
}

// Files named …-whole… are too much only as they are.
PageText read_named_gently(const PageRef& ref, int number, Recognizer& recognizer, const Options& options) {
    log("gently " + fs::path(ref.file).filename().native());
    if (ref.file.find("-whole") == std::string::npos) act(ref.file);
    return read_page_gently(ref, number, recognizer, options);
}

int convert(char** words) {
    RunOptions options;
    options.inputs = {words[2]};
    options.output = words[3];
    options.worker = {words[0], words[4]};
    options.jobs = 2;
    return static_cast<int>(convert_run(options, [](const Progress&) {}).status);
}

}  // namespace
}  // namespace banwen

int main(int count, char** words) {
    using namespace banwen;
    if (count == 5 && words[1] == std::string_view("convert")) return convert(words);
    log_file = words[1];
    log("start");
    const int starts = count > 2 ? std::atoi(words[2]) : 1'000'000;
    PageService service;
    service.recognizers = [starts](const RecognizeOptions&) {
        if (starts_so_far() > starts) throw Error(ExitCode::model, "the model is gone");
        return ReadyRecognizer{std::make_unique<FakeRecognizer>(), {{"fake", "fake", "f00d"}}, ""};
    };
    service.read = read_named;
    service.read_gently = read_named_gently;
    return static_cast<int>(serve_pages(service));
}
