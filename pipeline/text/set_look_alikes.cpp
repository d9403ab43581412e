#include "text/set_look_alikes.h"

#include <array>
#include <string_view>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "core/characters.h"

namespace banwen {
namespace {

using View = std::u32string_view;

bool holds(View set, char32_t c) {
    return c != 0 && set.find(c) != View::npos;
}

bool is_lower(char32_t c) {
    return c >= U'a' && c <= U'z';
}

// What stands around one character; 0 beyond the text.
struct Around {
    char32_t before = 0;
    char32_t after = 0;
};

// 2O24, 1l5元; within Latin words c0m, wor1d. 0 where it stays.
char32_t letter_or_digit(char32_t c, const Around& around) {
    const bool ends_number = is_digit(around.after) || holds(U"%.,年月日元", around.after);
    const bool in_number = is_digit(around.before) && ends_number;
    const bool in_word = is_lower(around.before) && is_lower(around.after);
    if (in_number && (c == U'O' || c == U'o')) return U'0';
    if (in_number && (c == U'l' || c == U'I')) return U'1';
    if (in_word && c == U'0') return U'o';
    return in_word && c == U'1' ? U'l' : U'\0';
}

// A stop or a dash that was taken for a letter, or a character for a dash.
char32_t stroke_or_mark(char32_t c, const Around& around) {
    const bool ends = around.after == 0 || is_han(around.after) || holds(U"”’）》\"", around.after);
    const bool among_han = is_han(around.before) && is_han(around.after);
    if (c == U'o' && (is_han(around.before) || holds(U"”）》", around.before)) && ends) return U'。';
    if (c == U'=' && among_han) return U'二';
    if (!holds(U"—―－─", c) || !is_han(around.before)) return U'\0';
    const bool numbers = holds(U"第十百千万每某同另统唯", around.before);
    return numbers && holds(U"个次种年月日天位条名些样定直起般切家方面号级流线部场件篇批届期版", around.after)
               ? U'一'
               : U'\0';
}

char32_t han_look_alike(char32_t c, const Around& around) {
    if (c == U'囗') return U'口';
    if (c == U'曰') {
        const bool day =
            is_digit(around.before) || holds(U"今昨明每当近节生即假月十一二三四五六七八九期", around.before);
        return day || holds(U"报期前常", around.after) ? U'日' : U'\0';
    }
    if (c == U'已' && around.before == U'自') return U'己';
    if (c != U'巳') return U'\0';
    if (holds(U"乙丁己辛癸", around.before) || holds(U"时年蛇月日", around.after)) return U'\0';
    return holds(U"自知克异利律", around.before) ? U'己' : U'已';
}

bool is_compatible_form(char32_t c) {
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

std::u32string compatible(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    if (U_FAILURE(status)) return std::u32string(1, c);
    const icu::UnicodeString normal = nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
    std::string utf8;
    if (U_SUCCESS(status)) normal.toUTF8String(utf8);
    const std::u32string plain = from_utf8(utf8);
    return plain.size() == 1 ? plain : std::u32string(1, c);
}

}  // namespace

std::vector<Edit> set_look_alikes(const std::u32string& text) {
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const Around around{i > 0 ? text[i - 1] : U'\0', i + 1 < text.size() ? text[i + 1] : U'\0'};
        char32_t with = U'\0';
        if (is_compatible_form(c)) {
            with = compatible(c)[0];
        } else {
            for (const auto rule : {letter_or_digit, stroke_or_mark, han_look_alike})
                if (with == 0) with = rule(c, around);
        }
        if (with != 0 && with != c) edits.push_back({i, i + 1, std::u32string(1, with)});
    }
    return edits;
}

}  // namespace banwen
