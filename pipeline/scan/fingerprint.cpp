#include "scan/fingerprint.h"

#include <array>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "core/error.h"
#include "scan/byte_source.h"

namespace banwen {

std::string fingerprint_of(const std::string& file) {
    constexpr std::size_t kPiece = 1 << 20;
    const ByteSource bytes(file);
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    std::vector<std::uint8_t> piece(kPiece);
    std::uint64_t done = 0;
    while (done < bytes.size()) {
        const std::size_t got = bytes.read(done, std::span(piece));
        if (got == 0)
            throw unreadable(file, "became shorter while it was read", "try again when it is complete");
        EVP_DigestUpdate(context.get(), piece.data(), got);
        done += got;
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &length);
    std::string hex;
    for (unsigned i = 0; i < length; ++i)
        hex += fmt::format("{:02x}", digest[i]);
    return hex;
}

}  // namespace banwen
