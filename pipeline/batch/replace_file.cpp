#include "batch/replace_file.h"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <system_error>

#include "core/error.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

Error cannot_replace(const fs::path& file, int why) {
    return failure(ExitCode::cannot_write, file.native(),
                   "cannot be written (" + std::generic_category().message(why) + ")",
                   "free some space, or change the permissions, and run the same command again");
}

}  // namespace

void replace_file(const fs::path& file, std::string_view bytes) {
    std::error_code ignored;
    fs::create_directories(file.parent_path(), ignored);
    const fs::path part = file.native() + ".part";
    errno = 0;
    std::ofstream stream(part, std::ios::binary | std::ios::trunc);
    stream << bytes;
    stream.close();
    const int why = errno;
    if (!stream) {
        fs::remove(part, ignored);
        throw cannot_replace(file, why);
    }
    if (std::rename(part.c_str(), file.c_str()) != 0) throw cannot_replace(file, errno);
}

}  // namespace banwen
