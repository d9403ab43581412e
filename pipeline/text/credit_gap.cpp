#include "text/credit_gap.h"

#include <algorithm>

#include "core/characters.h"

namespace banwen {
namespace {

using View = std::u32string_view;

constexpr std::size_t kLongestCredit = 40;

bool names_a_role(View text) {
    return text.find(U"记者") != View::npos || text.find(U"通讯员") != View::npos;
}

// The credit that is still open at the text's end; empty where there is none.
View open_credit(View text) {
    const std::size_t bracket = text.find_last_of(U"（()）");
    const bool open = bracket != View::npos && (text[bracket] == U'（' || text[bracket] == U'(');
    View credit = open ? text.substr(bracket + 1) : View();
    if (bracket == View::npos && text.starts_with(U"本报")) credit = text;
    const bool prose = credit.find_first_of(U"，。、：“”！？,.:\"") != View::npos;
    return credit.size() <= kLongestCredit && !prose && names_a_role(credit) ? credit : View();
}

std::size_t han_at_end(View text) {
    const auto end = std::find_if_not(text.rbegin(), text.rend(), is_han);
    return static_cast<std::size_t>(end - text.rbegin());
}

std::size_t han_at_begin(View text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_han);
    return static_cast<std::size_t>(end - text.begin());
}

}  // namespace

bool parts_names(View first, View second) {
    const View credit = open_credit(first);
    return !credit.empty() && han_at_end(credit) >= 2 && han_at_begin(second) >= 2;
}

bool is_credit(View line) {
    return names_a_role(line) && line.size() <= kLongestCredit &&
           line.find_first_of(U"，。；：？！（）,.;:?!()") == View::npos;
}

}  // namespace banwen
