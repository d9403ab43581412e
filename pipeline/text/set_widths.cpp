#include "text/set_widths.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "core/characters.h"
#include "text/script_of.h"

namespace banwen {
namespace {

using View = std::u32string_view;

enum class Width { as_read, full, half };

constexpr View kMarks = U",.:;?!";
constexpr View kSigns = U"%/+=@#$&*_";

char32_t half_of(char32_t c) {
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

// '.' has its own full form: a sentence ends with 。.
char32_t full_of(char32_t half) {
    return half == U'.' ? U'。' : half + 0xFEE0;
}

bool holds(View set, char32_t c) {
    return set.find(c) != View::npos;
}

char32_t at(View text, std::size_t i) {
    return i < text.size() ? half_of(text[i]) : U'\0';
}

std::size_t digits_from(View text, std::size_t i) {
    std::size_t count = 0;
    while (is_digit(at(text, i + count)))
        ++count;
    return count;
}

// 12.5, 1,286, 10:18, 3:2.
bool inside_number(View text, std::size_t i) {
    const char32_t mark = at(text, i);
    if (i == 0 || !is_digit(at(text, i - 1)) || !is_digit(at(text, i + 1))) return false;
    return mark == U'.' || mark == U':' || (mark == U',' && digits_from(text, i + 1) == 3);
}

// A bracket, quote or nothing: what may stand between a mark and the letter that it follows.
bool is_close(char32_t c) {
    return holds(U"）)》〉」』】〕”’\"'%％", c);
}

Width width_of_mark(View text, std::size_t i) {
    if (inside_number(text, i)) return Width::half;
    const char32_t mark = at(text, i);
    const Script before = script_before(text, i);
    const Script after = script_from(text, i + 1);
    if (mark == U'.') {
        const bool follows_han =
            i > 0 && (is_han(text[i - 1]) || is_close(text[i - 1])) && before == Script::han;
        const bool ends_sentence = after == Script::han || after == Script::none;
        return follows_han && ends_sentence ? Width::full : text[i] == U'．' ? Width::half : Width::as_read;
    }
    if (mark == U':' && at(text, i + 1) == U'/') return Width::half;
    if (before == Script::han || after == Script::han) return Width::full;
    const bool in_words = before == Script::latin && (after == Script::latin || after == Script::none);
    // Between two numbers (11℃；21日) the language of the paragraph tells.
    return in_words ? Width::half : is_mostly_han(text) ? Width::full : Width::as_read;
}

std::size_t partner_of(View text, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        if (at(text, i) == U'(') ++depth;
        if (at(text, i) == U')' && --depth == 0) return i;
    }
    return View::npos;
}

bool has_han(View text) {
    return std::any_of(text.begin(), text.end(), is_han);
}

// (010)8439: an area code is part of its number.
bool is_area_code(View text, std::size_t open, std::size_t close) {
    return close > open + 1 && digits_from(text, open + 1) == close - open - 1 &&
           is_digit(at(text, close + 1));
}

Width width_of_pair(View text, std::size_t open, std::size_t close) {
    if (is_area_code(text, open, close)) return Width::half;
    if (has_han(text.substr(open, close - open))) return Width::full;
    const Script before = script_before(text, open);
    const Script after = script_from(text, close + 1);
    if (before == Script::han || (before == Script::none && after == Script::han)) return Width::full;
    return before == Script::latin && after != Script::han ? Width::half : Width::as_read;
}

class WidthSetter {
  public:
    explicit WidthSetter(const std::u32string& text) : text_(text), wanted_(text.size(), Width::as_read) {}

    std::vector<Edit> set() {
        for (std::size_t i = 0; i < text_.size(); ++i)
            decide(i);
        std::vector<Edit> edits;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            const char32_t half = half_of(text_[i]);
            const char32_t with = wanted_[i] == Width::full   ? full_of(half)
                                  : wanted_[i] == Width::half ? half
                                                              : text_[i];
            if (with != text_[i]) edits.push_back({i, i + 1, std::u32string(1, with)});
        }
        return edits;
    }

  private:
    void decide(std::size_t i) {
        const char32_t c = half_of(text_[i]);
        if (is_digit(c) || is_latin(c) || holds(kSigns, c)) {
            wanted_[i] = Width::half;
        } else if (holds(kMarks, c)) {
            wanted_[i] = width_of_mark(text_, i);
        } else if (c == U'(') {
            decide_pair(i);
        } else if (c == U')' && !paired_.contains(i)) {
            wanted_[i] = script_before(text_, i) == Script::han ? Width::full : Width::as_read;
        }
    }

    void decide_pair(std::size_t open) {
        const std::size_t close = partner_of(text_, open);
        if (close == View::npos) {
            const bool han =
                script_before(text_, open) == Script::han || script_from(text_, open) == Script::han;
            wanted_[open] = han ? Width::full : Width::as_read;
            return;
        }
        wanted_[open] = wanted_[close] = width_of_pair(text_, open, close);
        paired_.insert(close);
    }

    const std::u32string& text_;
    std::vector<Width> wanted_;
    std::set<std::size_t> paired_;
};

}  // namespace

std::vector<Edit> set_widths(const std::u32string& text) {
    return WidthSetter(text).set();
}

std::vector<Edit> set_ascii(const std::u32string& text) {
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (half_of(text[i]) != text[i]) edits.push_back({i, i + 1, std::u32string(1, half_of(text[i]))});
    return edits;
}

}  // namespace banwen
