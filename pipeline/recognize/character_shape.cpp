#include "recognize/character_shape.h"

#include <string_view>

#include "core/characters.h"

namespace banwen {
namespace {

constexpr std::u32string_view kClosing = U"，。、；：！？）」』》〉】〕”’,.;:!?)";
constexpr std::u32string_view kOpening = U"（「『《〈【〔“‘(";
constexpr std::u32string_view kDash = U"—…─-–~～_=";
constexpr std::u32string_view kDot = U"·•*'\"";
constexpr std::u32string_view kRaised = U"”’“‘'\"";   // hangs from the head of the line
constexpr std::u32string_view kLow = U"，。、,.·•*";  // takes less than half the height of a line
constexpr std::u32string_view kBroadLatin = U"mwMWQO@%";

constexpr std::u32string_view kLikeOpeningCorner = U"「『rTF厂丁";
constexpr std::u32string_view kLikeClosingCorner = U"」』Jj]";

bool holds(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

}  // namespace

char32_t character_of(const Glyph& glyph) {
    if (glyph.readings.empty()) return 0;
    const std::u32string text = from_utf8(glyph.readings.front().text);
    return text.empty() ? 0 : text.front();
}

bool is_closing_mark(char32_t c) {
    return holds(kClosing, c);
}

bool is_opening_mark(char32_t c) {
    return holds(kOpening, c);
}

bool is_mark(char32_t c) {
    return is_closing_mark(c) || is_opening_mark(c) || holds(kDash, c) || holds(kDot, c);
}

bool is_double_quote(char32_t c) {
    return c == U'“' || c == U'”';
}

bool is_hyphen(char32_t c) {
    return c == U'-' || c == U'–';
}

Glyph as_turned_mark(Glyph glyph) {
    if (glyph.readings.empty()) return glyph;
    Reading& best = glyph.readings.front();
    if (holds(kLikeOpeningCorner, character_of(glyph))) best.text = "「";
    if (holds(kLikeClosingCorner, character_of(glyph))) best.text = "」";
    return glyph;
}

bool is_full_width(char32_t c) {
    return c >= 0x2E80 || (c > 0x7F && is_mark(c));
}

InkSize ink_size(char32_t c) {
    if (is_han(c)) return {0.65, 1.0, 1.3};
    if (holds(kDash, c)) return {0.2, 2.0, 0.4};
    if (holds(kRaised, c)) return {0.06, 0.45, 0.5, 0.8};
    if (holds(kLow, c)) return {0.06, 0.45, 0.5};
    if (is_mark(c)) return {0.06, 0.45, 1.3};
    if (holds(kBroadLatin, c)) return {0.3, 1.0, 1.3};
    if (is_full_width(c)) return {0.1, 1.0, 1.3};
    return {0.1, 0.65, 1.3};
}

}  // namespace banwen
