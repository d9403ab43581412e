#include "batch/purge.h"

#include <system_error>

#include "batch/output_lock.h"
#include "core/error.h"

namespace banwen {

namespace fs = std::filesystem;

std::uintmax_t purge(const fs::path& output) {
    const fs::path folder = work_folder(output);
    std::error_code failed;
    if (!fs::exists(folder, failed)) return 0;
    const OutputLock lock(output, 0);
    std::uintmax_t bytes = 0;
    for (auto entry = fs::recursive_directory_iterator(folder, failed);
         !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed))
        if (entry->is_regular_file(failed)) bytes += entry->file_size();
    fs::remove_all(folder, failed);
    if (failed)
        throw failure(ExitCode::cannot_write, folder.native(),
                      "cannot be removed (" + failed.message() + ")");
    return bytes;
}

}  // namespace banwen
