#include "scan/fingerprint.h"

#include <vector>

#include "checksum/sha256.h"
#include "core/error.h"
#include "scan/byte_source.h"

namespace banwen {

std::string fingerprint_of(const std::string& file) {
    constexpr std::size_t kPiece = 1 << 20;
    const ByteSource bytes(file);
    Sha256 sum;
    std::vector<std::uint8_t> piece(kPiece);
    std::uint64_t done = 0;
    while (done < bytes.size()) {
        const std::size_t got = bytes.read(done, std::span(piece));
        if (got == 0)
            throw unreadable(file, "became shorter while it was read", "try again when it is complete");
        sum.add({reinterpret_cast<const char*>(piece.data()), got});
        done += got;
    }
    return sum.hex();
}

}  // namespace banwen
