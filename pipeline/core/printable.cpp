#include "core/printable.h"

namespace banwen {
namespace {

unsigned at(std::string_view bytes, std::size_t i) {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
}

bool follows(unsigned byte) {
    return (byte & 0xC0U) == 0x80U;
}

// Bytes of the well-formed character at `i`: no overlong forms, no surrogates, nothing above U+10FFFF; 0 if
// there is none.
std::size_t character_size(std::string_view bytes, std::size_t i) {
    const unsigned first = at(bytes, i);
    const unsigned second = at(bytes, i + 1);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || !follows(second)) return 0;
    if (first < 0xE0) return 2;
    if (!follows(at(bytes, i + 2))) return 0;
    if (first < 0xF0) return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ? 0 : 3;
    if (!follows(at(bytes, i + 3))) return 0;
    return (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) ? 0 : 4;
}

// C0, DEL and C1: a file name must not move the cursor or forge a second line.
bool is_control(std::string_view character) {
    const unsigned first = at(character, 0);
    return first < 0x20 || first == 0x7F || (first == 0xC2 && at(character, 1) < 0xA0);
}

std::string escaped(unsigned byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    return {'\\', 'x', kDigits[byte >> 4], kDigits[byte & 0xF]};
}

}  // namespace

std::string printable(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t size = character_size(bytes, i);
        const std::string_view character = bytes.substr(i, size == 0 ? 1 : size);
        if (size > 0 && !is_control(character))
            text += character;
        else
            for (std::size_t k = 0; k < character.size(); ++k)
                text += escaped(at(character, k));
        i += character.size();
    }
    return text;
}

}  // namespace banwen
