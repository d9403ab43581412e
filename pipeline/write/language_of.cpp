#include "write/language_of.h"

#include <string>

#include "core/characters.h"

namespace banwen {
namespace {

// Frequent characters that only one of the two scripts writes, pair by pair.
constexpr std::u32string_view kSimplifiedOnly =
    U"国们这来为时说对会发还过进样个学开关东车长门问间见现电业产经济应实万与书马鸟鱼龙无从众";
constexpr std::u32string_view kTraditionalOnly =
    U"國們這來為時說對會發還過進樣個學開關東車長門問間見現電業產經濟應實萬與書馬鳥魚龍無從眾";

}  // namespace

std::string_view language_of(std::string_view text) {
    int han = 0, latin = 0, simplified = 0, traditional = 0;
    for (const char32_t c : from_utf8(text)) {
        han += is_han(c);
        latin += is_latin(c);
        simplified += kSimplifiedOnly.find(c) != std::u32string_view::npos;
        traditional += kTraditionalOnly.find(c) != std::u32string_view::npos;
    }
    // An English word has about five letters where Chinese has two characters.
    if (han > 0 && han * 5 >= latin * 2) return traditional > simplified ? "zh-Hant" : "zh-Hans";
    return latin >= 10 ? "en" : "und";
}

std::string_view language_of_issue(const Issue& issue) {
    std::string text;
    for (const Article& article : issue.articles)
        text += running_text(article);
    return language_of(text);
}

}  // namespace banwen
