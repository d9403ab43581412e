#include "scan/refuse.h"

#include <fmt/format.h>

namespace banwen {
namespace {

std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) {
            line += fmt::format("\\x{:02x}", byte);
        } else {
            line += c;
        }
    }
    return line;
}

}  // namespace

Error unreadable(std::string_view file, std::string_view what, std::string_view advice) {
    return {ExitCode::unreadable_input,
            fmt::format("{}: {}; {}", on_one_line(file), on_one_line(what), advice)};
}

}  // namespace banwen
