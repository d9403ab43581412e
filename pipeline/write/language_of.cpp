#include "write/language_of.h"

#include <string>

namespace banwen {
namespace {

// Frequent characters that only one of the two scripts writes, pair by pair.
constexpr std::u32string_view kSimplifiedOnly =
    U"国们这来为时说对会发还过进样个学开关东车长门问间见现电业产经济应实万与书马鸟鱼龙无从众";
constexpr std::u32string_view kTraditionalOnly =
    U"國們這來為時說對會發還過進樣個學開關東車長門問間見現電業產經濟應實萬與書馬鳥魚龍無從眾";

// The code point at `i`, which is moved behind it. Whatever is not well-formed counts as one unknown
// character a byte.
char32_t next_character(std::string_view text, std::size_t& i) {
    const auto first = static_cast<unsigned char>(text[i++]);
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    if (more == 0) return first < 0x80 ? first : U'\uFFFD';
    char32_t code = first & (0x3FU >> more);
    for (int k = 0; k < more && i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U;
         ++k)
        code = (code << 6) | (static_cast<unsigned char>(text[i++]) & 0x3FU);
    return code;
}

bool is_han(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_latin(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

}  // namespace

std::string_view language_of(std::string_view text) {
    int han = 0, latin = 0, simplified = 0, traditional = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_character(text, i);
        han += is_han(c);
        latin += is_latin(c);
        simplified += kSimplifiedOnly.find(c) != std::u32string_view::npos;
        traditional += kTraditionalOnly.find(c) != std::u32string_view::npos;
    }
    // An English word has about five letters where Chinese has two characters.
    if (han > 0 && han * 5 >= latin * 2) return traditional > simplified ? "zh-Hant" : "zh-Hans";
    return latin >= 10 ? "en" : "und";
}

}  // namespace banwen
