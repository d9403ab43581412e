// The built command over a folder of pages, for the tests of the whole.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/run_program.h"
#include "support/scan_files.h"
#include "support/temp_folder.h"
#include "write/manifest.h"

namespace banwen::test {

// `banwen convert IN --output OUT` in folders of its own.
struct BanwenRun {
    TempFolder folder;
    std::filesystem::path in = folder.path() / "dawn";
    std::filesystem::path out = folder.path() / "out";

    static ProgramResult banwen(std::vector<std::string> words) {
        words.insert(words.begin(), BANWEN_PROGRAM);
        return run_program(words);
    }

    std::vector<std::string> convert_words() const {
        return {"convert", in.native(), "--output", out.native()};
    }
    ProgramResult convert() const { return banwen(convert_words()); }

    std::optional<Manifest> manifest() const { return read_manifest(out / "dawn"); }
};

// Lines of stderr in which `word` stands.
inline std::vector<std::string> lines_with(const std::string& text, const std::string& word) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        if (line.find(word) != std::string::npos) lines.push_back(line);
        at = end + 1;
    }
    return lines;
}

}  // namespace banwen::test
