#include "text/join_lines.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "core/characters.h"
#include "text/credit_gap.h"
#include "text/divided_word.h"
#include "text/script_of.h"

namespace banwen {
namespace {

using View = std::u32string_view;
constexpr char32_t kSoftHyphen = 0xAD;

bool is_hyphen(char32_t c) {
    return c == U'-' || c == U'‐' || c == kSoftHyphen;
}

// The run of Latin letters, digits and address signs at the text's end.
View last_word(View text) {
    std::size_t start = text.size();
    while (start > 0) {
        const char32_t c = text[start - 1];
        const bool inside = is_latin(c) || is_digit(c) || View(U"-‐_./:@~#?&=%+").find(c) != View::npos;
        if (!inside) break;
        --start;
    }
    return text.substr(start);
}

bool is_address(View word) {
    return word.find(U"://") != View::npos || word.starts_with(U"www.") || word.find(U'@') != View::npos;
}

bool keeps_hyphen(View word, View second, const PaperWords& words) {
    const char32_t next = second.front();
    if (next < U'a' || next > U'z' || is_address(word)) return true;
    return has_own_hyphen(word.substr(0, word.size() - 1), second, words);
}

// 29.4 | kW: the paper sets a space there or it does not.
bool sets_unit_apart(View first, View second, const PaperWords& words) {
    std::size_t letters = 0;
    while (letters < second.size() && is_unit_letter(second[letters]))
        ++letters;
    constexpr std::size_t kLongestUnit = 3;
    const bool unit = letters > 0 && letters <= kLongestUnit && is_digit(first.back());
    return unit && words.units_apart > words.units_close;
}

// A sentence's mark behind a Latin word or number still wants the space after it.
char32_t last_of_word(View text) {
    for (std::size_t i = text.size(); i-- > 0;)
        if (View(U",.;:!?)\"'”’%").find(text[i]) == View::npos) return text[i];
    return U'\0';
}

bool begins_word(View text) {
    const std::size_t first = text.find_first_not_of(U"(\"'“‘$#");
    return first != View::npos && first < 3 &&
           (script_of(text[first]) == Script::latin || script_of(text[first]) == Script::digit);
}

icu::UnicodeString composed(const icu::UnicodeString& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return text;
    icu::UnicodeString normal = nfc->normalize(text, status);
    return U_FAILURE(status) ? text : normal;
}

std::u32string reading_of(const Glyph& glyph) {
    std::string utf8;
    composed(icu::UnicodeString::fromUTF8(glyph.readings.front().text)).toUTF8String(utf8);
    return from_utf8(utf8);
}

void add(SourcedText& text, View characters, const Glyph* source) {
    text.text += characters;
    text.source.insert(text.source.end(), characters.size(), source);
}

SourcedText text_of_line(const TextLine& line) {
    SourcedText text;
    for (const Glyph& glyph : line.glyphs) {
        if (glyph.readings.empty()) continue;
        if (glyph.space_before && !text.text.empty()) add(text, U" ", nullptr);
        add(text, reading_of(glyph), &glyph);
    }
    return text;
}

}  // namespace

Joint joint_between(View first, View second, const PaperWords& words) {
    if (first.empty() || second.empty()) return {};
    const View word = last_word(first);
    const char32_t next = second.front();
    if (first.back() == kSoftHyphen) return {1, U""};
    if (is_hyphen(first.back()) && word.size() > 1 && is_latin(word[word.size() - 2]) &&
        (is_latin(next) || is_digit(next)))
        return {keeps_hyphen(word, second, words) ? 0U : 1U, U""};
    if (is_address(word) || word.ends_with(U"/") || is_hyphen(first.back())) return {};
    if (parts_names(first, second)) return {0, U" "};
    if (sets_unit_apart(first, second, words)) return {0, U" "};
    if (!begins_word(second)) return {};

    const Script before = script_of(last_of_word(first));
    const Script after = script_from(second, 0);
    if (before == Script::latin && after == Script::latin) return {0, U" "};
    // A number that is cut in two, or one with its unit: among Latin words they are two words.
    const bool apart = before != Script::han && before != Script::none && !is_mostly_han(first);
    const bool mark_in_number = is_digit(next) && (first.back() == U'.' || first.back() == U',');
    const bool among_words = std::any_of(first.begin(), first.end(), is_latin);
    return {0, apart && among_words && !mark_in_number ? U" " : U""};
}

SourcedText join_lines(const std::vector<TextLine>& lines, const PaperWords& words) {
    SourcedText joined;
    for (const TextLine& line : lines) {
        const SourcedText next = text_of_line(line);
        const Joint joint = joint_between(joined.text, next.text, words);
        joined.text.resize(joined.text.size() - joint.drop);
        joined.source.resize(joined.text.size());
        add(joined, joint.between, nullptr);
        joined.text += next.text;
        joined.source.insert(joined.source.end(), next.source.begin(), next.source.end());
    }
    return joined;
}

}  // namespace banwen
