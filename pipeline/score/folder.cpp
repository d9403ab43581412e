#include "score/folder.h"

#include <algorithm>
#include <system_error>

#include "core/error.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

Error cannot_be_read(const fs::path& path, const std::error_code& problem) {
    return unreadable(path.native(), "cannot be read (" + problem.message() + ")",
                      "check the path and its permissions");
}

fs::file_status status_of(const fs::path& path) {
    std::error_code problem;
    const fs::file_status status = fs::status(path, problem);
    if (status.type() == fs::file_type::none) throw cannot_be_read(path, problem);
    return status;
}

}  // namespace

bool is_there(const fs::path& path) {
    return fs::exists(status_of(path));
}

bool is_folder(const fs::path& path) {
    return fs::is_directory(status_of(path));
}

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code problem;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem))
        entries.push_back(at->path());
    if (problem) throw cannot_be_read(folder, problem);
    std::sort(entries.begin(), entries.end());
    return entries;
}

}  // namespace banwen
