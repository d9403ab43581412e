#include "write/file_url.h"

#include <fmt/format.h>

namespace banwen {

std::string file_url(std::string_view name) {
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string url;
    for (const char c : name)
        url += kPlain.find(c) != std::string_view::npos
                   ? std::string(1, c)
                   : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return url;
}

}  // namespace banwen
