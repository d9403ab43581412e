#include "batch/output_lock.h"

#include <cerrno>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/error.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

// A handle that has the lock; -1 where somebody else is in the way.
int lock(const fs::path& file, int how) {
    const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (handle < 0)
        throw failure(ExitCode::cannot_write, file.native(),
                      "cannot be written (" + std::generic_category().message(errno) + ")",
                      "choose another --output or change the permissions");
    if (::flock(handle, how | LOCK_NB) == 0) return handle;
    ::close(handle);
    return -1;
}

Error in_use(const fs::path& output, const std::string& by) {
    return failure(ExitCode::cannot_write, output.native(), by + " is writing there",
                   "wait for its end, or choose another --output");
}

}  // namespace

fs::path work_folder(const fs::path& output) {
    return output / ".banwen";
}

OutputLock::OutputLock(const fs::path& output, int chunk) {
    const fs::path folder = work_folder(output);
    std::error_code failed;
    fs::create_directories(folder, failed);
    whole_ = lock(folder / "lock", chunk == 0 ? LOCK_EX : LOCK_SH);
    if (whole_ < 0) throw in_use(output, "another run");
    if (chunk == 0) return;
    chunk_ = lock(folder / fmt::format("lock-{}", chunk), LOCK_EX);
    if (chunk_ >= 0) return;
    ::close(whole_);
    throw in_use(output, fmt::format("another run of chunk {}", chunk));
}

OutputLock::~OutputLock() {
    if (chunk_ >= 0) ::close(chunk_);
    ::close(whole_);
}

}  // namespace banwen
