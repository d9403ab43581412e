#include "rooms/check_house.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include "rooms/outline.h"

namespace banwen::test {
namespace {

namespace fs = std::filesystem;

constexpr int kLongestFunction = 40;
constexpr std::size_t kMostParameters = 5;
constexpr std::size_t kLongestFile = 400;
constexpr std::size_t kWidestComment = 110;
constexpr std::size_t kShortestPurpose = 20;

std::string text_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

// Han characters count once: what is meant is how far a line runs in an editor that sets them half as wide.
std::size_t width_of(const std::string& line) {
    return static_cast<std::size_t>(std::count_if(
        line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Without builds, models and what is hidden.
bool is_walked(const fs::path& folder) {
    static const std::set<std::string> kLeftOut = {"build", "out", "data", "corpus"};
    const std::string name = folder.filename().string();
    return !name.starts_with('.') && !kLeftOut.contains(name);
}

std::vector<fs::path> files_under(const fs::path& folder, const std::set<std::string>& extensions) {
    std::vector<fs::path> files;
    if (!fs::is_directory(folder)) return files;
    for (fs::recursive_directory_iterator at(folder), end; at != end; ++at) {
        if (at->is_directory() && !is_walked(at->path())) at.disable_recursion_pending();
        if (at->is_regular_file() && extensions.contains(at->path().extension().string()))
            files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool takes_bare_bool(const Function& function) {
    static const std::regex bare(R"((const\s+)?bool\b[^*&]*)");
    return std::any_of(function.parameters.begin(), function.parameters.end(),
                       [](const std::string& parameter) { return std::regex_match(parameter, bare); });
}

std::set<std::string> faults_of_shape(const std::vector<Function>& functions) {
    std::set<std::string> faults;
    for (const Function& function : functions) {
        if (function.lines > kLongestFunction) faults.insert(function.name + " is a long function");
        if (function.parameters.size() > kMostParameters)
            faults.insert(function.name + " has many parameters");
    }
    return faults;
}

std::set<std::string> faults_of_header(const std::vector<std::string>& lines,
                                       const std::vector<Function>& functions) {
    std::set<std::string> faults;
    const std::string opening = lines.empty() ? "" : lines.front();
    if (!opening.starts_with("// ") || opening.size() < kShortestPurpose)
        faults.insert("does not open with what it is for");
    for (const Function& function : functions)
        if (takes_bare_bool(function)) faults.insert(function.name + " takes a bare bool");
    return faults;
}

std::set<std::string> faults_of_source(const fs::path& file) {
    const std::string text = text_of(file);
    const std::vector<std::string> lines = lines_of(text);
    const std::vector<Function> functions = functions_of(text);
    std::set<std::string> faults = faults_of_shape(functions);
    if (file.extension() == ".h") faults.merge(faults_of_header(lines, functions));
    if (lines.size() > kLongestFile) faults.insert("is a long file");
    for (const std::string& line : lines) {
        const std::size_t begin = line.find_first_not_of(' ');
        if (begin != std::string::npos && line.compare(begin, 2, "//") == 0 &&
            width_of(line) > kWidestComment)
            faults.insert("has a wide comment: " + line.substr(begin, 30));
    }
    return faults;
}

std::set<std::string> dead_links(const fs::path& file) {
    static const std::regex link(R"(\]\(([^)#\s]+)[^)]*\))");
    std::set<std::string> faults;
    const std::string text = text_of(file);
    for (std::sregex_iterator at(text.begin(), text.end(), link), end; at != end; ++at) {
        const std::string target = (*at)[1];
        const bool elsewhere = target.find(':') != std::string::npos;
        if (!elsewhere && !fs::exists(file.parent_path() / target)) faults.insert("links to " + target);
    }
    return faults;
}

}  // namespace

std::vector<std::string> check_house(const fs::path& root) {
    std::vector<std::string> breaches;
    const auto tell = [&](const fs::path& file, const std::set<std::string>& faults) {
        for (const std::string& fault : faults)
            breaches.push_back(file.lexically_relative(root).generic_string() + ": " + fault);
    };
    for (const char* folder : {"pipeline", "tools", "tests"})
        for (const fs::path& file : files_under(root / folder, {".h", ".cpp"}))
            tell(file, faults_of_source(file));
    for (const fs::path& file : files_under(root, {".md"}))
        tell(file, dead_links(file));
    return breaches;
}

Judgement judge(const std::vector<std::string>& breaches, const fs::path& exceptions) {
    std::set<std::string> known;
    for (const std::string& line : lines_of(text_of(exceptions)))
        if (!line.empty() && !line.starts_with('#')) known.insert(line);
    Judgement judgement;
    for (const std::string& breach : breaches)
        if (known.erase(breach) == 0) judgement.beyond.push_back(breach);
    judgement.unneeded.assign(known.begin(), known.end());
    return judgement;
}

}  // namespace banwen::test
