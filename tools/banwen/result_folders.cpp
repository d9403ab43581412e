#include "result_folders.h"

#include <algorithm>
#include <system_error>

namespace banwen {

namespace fs = std::filesystem;

std::vector<fs::path> find_results(const fs::path& output) {
    if (fs::exists(output / "manifest.json")) return {output};
    std::vector<fs::path> folders;
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::directory_iterator(output, failed))
        if (entry.is_directory() && fs::exists(entry.path() / "manifest.json"))
            folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace banwen
