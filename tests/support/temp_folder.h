// A folder of its own for a test, removed at its end.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <stdlib.h>

namespace banwen::test {

class TempFolder {
  public:
    TempFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "banwen-test-XXXXXX").native();
        path_ = ::mkdtemp(name.data());
    }
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

// Every file below `folder` by its relative name, with its bytes.
inline std::map<std::string, std::string> tree_of(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder).native()] = bytes_of(entry.path());
    return files;
}

// The same of an output folder, without what a run keeps there for itself and tells of itself.
inline std::map<std::string, std::string> results_of(const std::filesystem::path& output) {
    auto files = tree_of(output);
    std::erase_if(files, [](const auto& file) {
        return file.first.starts_with(".banwen/") || file.first == "summary.json";
    });
    return files;
}

}  // namespace banwen::test
