#include "scan/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/error.h"

namespace banwen {

ByteSource::ByteSource(const std::string& file) {
    // Without O_NONBLOCK a named pipe without a writer would keep us waiting for ever.
    descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor_ < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            throw unreadable(file, "there is no such file", "check the name");
        throw unreadable(file, std::string("cannot be opened: ") + std::strerror(errno),
                         "check its permissions");
    }
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor_);
        throw unreadable(file, "is not a regular file", "name an image, TIFF or PDF file");
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
}

ByteSource::~ByteSource() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t ByteSource::read(std::uint64_t offset, std::span<std::uint8_t> target) const {
    if (offset >= size_) return 0;
    const std::size_t wanted = std::min<std::uint64_t>(target.size(), size_ - offset);
    if (descriptor_ < 0) {
        std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), wanted, target.begin());
        return wanted;
    }
    std::size_t done = 0;
    while (done < wanted) {
        const ssize_t got =
            ::pread(descriptor_, target.data() + done, wanted - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

std::vector<std::uint8_t> ByteSource::read(std::uint64_t offset, std::size_t count) const {
    if (offset >= size_) return {};
    std::vector<std::uint8_t> bytes(std::min<std::uint64_t>(count, size_ - offset));
    bytes.resize(read(offset, std::span(bytes)));
    return bytes;
}

}  // namespace banwen
