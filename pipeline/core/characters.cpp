#include "core/characters.h"

namespace banwen {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kLast = 0x10FFFF;

bool is_scalar(char32_t c) {
    return c <= kLast && (c < 0xD800 || c > 0xDFFF);
}

// Bytes that follow a lead byte, and the smallest code point that needs so many; more = -1 for no lead byte.
struct Lead {
    int more = -1;
    char32_t bits = 0;
    char32_t least = 0;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {0, byte, 0};
    if (byte >= 0xC2 && byte < 0xE0) return {1, byte & 0x1FU, 0x80};
    if (byte >= 0xE0 && byte < 0xF0) return {2, byte & 0x0FU, 0x800};
    if (byte >= 0xF0 && byte < 0xF5) return {3, byte & 0x07U, 0x10000};
    return {};
}

}  // namespace

std::u32string from_utf8(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Lead lead = lead_of(static_cast<unsigned char>(text[i]));
        char32_t code = lead.bits;
        int read = 0;
        while (read < lead.more && i + 1 + static_cast<std::size_t>(read) < text.size()) {
            const auto byte = static_cast<unsigned char>(text[i + 1 + static_cast<std::size_t>(read)]);
            if ((byte & 0xC0U) != 0x80U) break;
            code = (code << 6) | (byte & 0x3FU);
            ++read;
        }
        const bool sound = read == lead.more && code >= lead.least && is_scalar(code);
        out += sound ? code : kReplacement;
        i += sound ? static_cast<std::size_t>(1 + read) : 1;
    }
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    const auto add = [&out](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
    for (char32_t c : text) {
        if (!is_scalar(c)) c = kReplacement;
        if (c < 0x80) {
            add(c);
        } else if (c < 0x800) {
            add(0xC0 | (c >> 6));
            add(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            add(0xE0 | (c >> 12));
            add(0x80 | ((c >> 6) & 0x3F));
            add(0x80 | (c & 0x3F));
        } else {
            add(0xF0 | (c >> 18));
            add(0x80 | ((c >> 12) & 0x3F));
            add(0x80 | ((c >> 6) & 0x3F));
            add(0x80 | (c & 0x3F));
        }
    }
    return out;
}

bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3005 || c == 0x3007 || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

}  // namespace banwen
