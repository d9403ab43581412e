#include "batch/output_lock.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/error.h"

namespace banwen {

namespace fs = std::filesystem;

fs::path work_folder(const fs::path& output) {
    return output / ".banwen";
}

OutputLock::OutputLock(const fs::path& output) {
    std::error_code failed;
    fs::create_directories(work_folder(output), failed);
    const fs::path file = work_folder(output) / "lock";
    handle_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (handle_ < 0)
        throw failure(ExitCode::cannot_write, file.native(),
                      "cannot be written (" + std::generic_category().message(errno) + ")",
                      "choose another --output or change the permissions");
    if (::flock(handle_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(handle_);
    throw failure(ExitCode::cannot_write, output.native(), "another run is writing there",
                  "wait for its end, or choose another --output");
}

OutputLock::~OutputLock() {
    ::close(handle_);
}

}  // namespace banwen
