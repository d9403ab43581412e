#include "unicode.h"

#include <stdexcept>

namespace banwen::newsprint {
namespace {

int sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    throw std::runtime_error("malformed UTF-8");
}

}  // namespace

std::u32string from_utf8(std::string_view text) {
    static constexpr unsigned kLeadMask[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const int length = sequence_length(lead);
        if (i + static_cast<std::size_t>(length) > text.size()) throw std::runtime_error("malformed UTF-8");
        char32_t c = lead & kLeadMask[length];
        for (int k = 1; k < length; ++k)
            c = (c << 6) | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0x3Fu);
        out.push_back(c);
        i += static_cast<std::size_t>(length);
    }
    return out;
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    for (const char32_t c : text) {
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | (c >> 6)), put(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            put(0xE0 | (c >> 12)), put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
        } else {
            put(0xF0 | (c >> 18)), put(0x80 | ((c >> 12) & 0x3F));
            put(0x80 | ((c >> 6) & 0x3F)), put(0x80 | (c & 0x3F));
        }
    }
    return out;
}

std::u32string joined(std::initializer_list<std::u32string_view> parts) {
    std::u32string text;
    for (const std::u32string_view part : parts)
        text += part;
    return text;
}

bool is_latin(char32_t c) {
    return (c > U' ' && c < 0x7F) || (c >= 0xC0 && c < 0x250) || c == U'℃';
}

bool may_not_begin_line(char32_t c) {
    static constexpr std::u32string_view kClosing = U"、，。；：！？）》〉」』】”’…—·%％";
    return kClosing.find(c) != std::u32string_view::npos;
}

bool may_not_end_line(char32_t c) {
    static constexpr std::u32string_view kOpening = U"（《〈「『【“‘￥";
    return kOpening.find(c) != std::u32string_view::npos;
}

double squeezable_ems(char32_t c) {
    static constexpr std::u32string_view kHalfWhite = U"、，。）》〉」』】”’（《〈「『【“‘";
    if (kHalfWhite.find(c) != std::u32string_view::npos) return 0.45;
    return c == U'；' || c == U'：' ? 0.2 : 0.0;
}

std::u32string upright_forms(std::u32string_view text) {
    static constexpr std::u32string_view kLevel = U"，、。：；！？（）【】《》〈〉「」『』“”‘’—…";
    static constexpr std::u32string_view kUpright =
        U"\uFE10\uFE11\uFE12\uFE13\uFE14\uFE15\uFE16\uFE35\uFE36\uFE3B\uFE3C\uFE3D\uFE3E\uFE3F\uFE40"
        U"\uFE41\uFE42\uFE43\uFE44\uFE41\uFE42\uFE43\uFE44\uFE31\uFE19";
    std::u32string out(text);
    for (char32_t& c : out) {
        if (const std::size_t at = kLevel.find(c); at != kLevel.npos)
            c = kUpright[at];
        else if (c > U' ' && c < 0x7F)
            c += 0xFEE0;
    }
    return out;
}

char32_t lonely_mark(std::u32string_view text) {
    static constexpr std::u32string_view kOpening = U"“‘（《〈【「『";
    static constexpr std::u32string_view kClosing = U"”’）》〉】」』";
    std::u32string open;
    for (const char32_t c : text) {
        if (kOpening.find(c) != kOpening.npos) open += c;
        const std::size_t closed = kClosing.find(c);
        if (closed == kClosing.npos) continue;
        if (open.empty() || open.back() != kOpening[closed]) return c;
        open.pop_back();
    }
    return open.empty() ? 0 : open.front();
}

}  // namespace banwen::newsprint
