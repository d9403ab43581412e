#include "write/issue_folder.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "checksum/sha256.h"
#include "core/error.h"
#include "core/printable.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHidden = ".banwen-";

[[noreturn]] void cannot_write(const fs::path& path, int why) {
    const char* advice = why == ENOSPC || why == EDQUOT || why == EFBIG
                             ? "free some space and run the same command again"
                             : "choose another --output or change the permissions";
    throw Error(ExitCode::cannot_write,
                fmt::format("{}: cannot be written ({}); {}", printable(path.native()),
                            std::generic_category().message(why), advice));
}

// A folder that another program holds open under a lock is in use; flock ends with its process, however that
// ends.
int lock_folder(const fs::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return -1;
    struct stat held {};
    struct stat named {};
    // Between making the folder and locking it, another run may have swept it away.
    if (::flock(handle, LOCK_EX | LOCK_NB) == 0 && ::fstat(handle, &held) == 0 &&
        ::stat(folder.c_str(), &named) == 0 && held.st_ino == named.st_ino)
        return handle;
    ::close(handle);
    return -1;
}

void write_all(int handle, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(handle, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) cannot_write(path, written < 0 ? errno : ENOSPC);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

class OpenFile {
  public:
    explicit OpenFile(const fs::path& path)
        : handle_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
        if (handle_ < 0) cannot_write(path, errno);
    }
    ~OpenFile() { ::close(handle_); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    int handle() const { return handle_; }

  private:
    int handle_;
};

// Swaps the two folders in one step where the file system can; else there is a moment without either.
void replace_folder(const fs::path& fresh, const fs::path& old) {
    if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, old.c_str(), RENAME_EXCHANGE) != 0) {
        const fs::path aside = fresh.native() + "-old";
        if (::rename(old.c_str(), aside.c_str()) != 0 || ::rename(fresh.c_str(), old.c_str()) != 0)
            cannot_write(old, errno);
        ::rename(aside.c_str(), fresh.c_str());
    }
    std::error_code ignored;
    fs::remove_all(fresh, ignored);
}

}  // namespace

IssueFolder::IssueFolder(const fs::path& output) : output_(output) {
    std::error_code failed;
    fs::create_directories(output, failed);
    if (failed) cannot_write(output, failed.value());
    for (int attempt = 0; lock_ < 0; ++attempt) {
        folder_ = output / fmt::format("{}{}-{}", kHidden, ::getpid(), attempt);
        if (::mkdir(folder_.c_str(), 0777) == 0)
            lock_ = lock_folder(folder_);
        else if (errno != EEXIST)
            cannot_write(output, errno);
    }
}

IssueFolder::~IssueFolder() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
    ::close(lock_);
}

void IssueFolder::add(const std::string& name, std::string_view bytes) {
    const fs::path path = folder_ / name;
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (failed) cannot_write(output_, failed.value());
    const OpenFile file(path);
    write_all(file.handle(), bytes, output_);
    if (::fsync(file.handle()) != 0 && errno != EINVAL) cannot_write(output_, errno);
    files_.push_back({name, bytes.size(), sha256_of(bytes)});
}

void IssueFolder::add_written(const std::string& name, const std::function<void(const fs::path&)>& write) {
    const fs::path path = folder_ / name;
    write(path);
    const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0 || (::fsync(handle) != 0 && errno != EINVAL)) cannot_write(output_, errno);
    ::close(handle);
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(path, failed);
    const std::optional<std::string> sha256 = sha256_of_file(path);
    if (failed || !sha256) cannot_write(output_, EIO);
    files_.push_back({name, size, *sha256});
}

void IssueFolder::publish(const std::string& name) {
    const fs::path place = output_ / name;
    if (::rename(folder_.c_str(), place.c_str()) != 0) {
        if (errno != EEXIST && errno != ENOTEMPTY) cannot_write(place, errno);
        replace_folder(folder_, place);
    }
    folder_.clear();
    if (const int handle = ::open(output_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
}

void prepare_output(const fs::path& output) {
    IssueFolder(output).add("probe", "written to see whether files can be written here\n");
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::directory_iterator(output, failed)) {
        if (!entry.path().filename().native().starts_with(kHidden)) continue;
        if (const int lock = lock_folder(entry.path()); lock >= 0) {
            std::error_code ignored;
            fs::remove_all(entry.path(), ignored);
            ::close(lock);
        }
    }
}

}  // namespace banwen
