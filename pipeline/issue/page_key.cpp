#include "issue/page_key.h"

#include <algorithm>

#include "core/characters.h"
#include "issue/numerals.h"

namespace banwen {
namespace {

constexpr int kMaxPages = 400;

std::size_t skip_spaces(std::u32string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == U' ' || text[at] == U'　'))
        ++at;
    return at;
}

bool is_section(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'Ａ' && c <= U'Ｚ');
}

// What stands in front of a page's number: 今日4版 and 共8版 count pages, 下转二版, 见3版 and 春耕（二版）point to others.
bool names_this_page(std::u32string_view before) {
    if (before.empty()) return true;
    const char32_t last = before.back();
    const bool bracketed = last == U'（' || last == U'(';
    return std::u32string_view(U"日共出期转接见").find(last) == before.npos &&
           (!bracketed || before.size() == 1);
}

std::u32string plain_number(int number) {
    return from_utf8(std::to_string(number));
}

}  // namespace

PageKey read_page_key(std::u32string_view text) {
    if (text.starts_with(U"头版")) return {U"1", 2};
    std::size_t at = text.starts_with(U"第") ? skip_spaces(text, 1) : 0;
    std::u32string key;
    if (at < text.size() && is_section(text[at])) key = narrow(text.substr(at++, 1));
    const Numeral number = read_numeral(text.substr(std::min(at, text.size())));
    if (number.length == 0 || number.value < 1 || number.value > kMaxPages) return {};
    at = skip_spaces(text, at + number.length);
    if (at >= text.size() || text[at] != U'版') return {};
    return {key + plain_number(number.value), at + 1};
}

std::u32string find_page_label(std::u32string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        const PageKey found = read_page_key(line.substr(i));
        if (!found.key.empty() && names_this_page(line.substr(0, i)))
            return std::u32string(line.substr(i, found.length));
        if (!found.key.empty()) i += found.length - 1;
    }
    const std::u32string narrowed = narrow(line);
    const bool all_digits = std::all_of(narrowed.begin(), narrowed.end(), is_digit);
    return !line.empty() && line.size() <= 2 && all_digits ? std::u32string(line) : U"";
}

}  // namespace banwen
