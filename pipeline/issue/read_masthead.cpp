#include "issue/read_masthead.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

#include "core/characters.h"
#include "issue/numerals.h"

namespace banwen {
namespace {

using View = std::u32string_view;

constexpr View kStems = U"甲乙丙丁戊己庚辛壬癸";
constexpr View kBranches = U"子丑寅卯辰巳午未申酉戌亥";
constexpr View kWeekdays = U"一二三四五六日天";

bool holds(View set, char32_t c) {
    return set.find(c) != View::npos;
}

char32_t at(View text, std::size_t i) {
    return i < text.size() ? text[i] : U'\0';
}

struct PrintedDate {
    int year = 0;
    int month = 0;
    int day = 0;
    std::size_t length = 0;  // 0: no date
};

PrintedDate date_at(View text) {
    PrintedDate date;
    std::size_t i = 0;
    const auto part = [&text, &i](char32_t unit) {
        while (i > 0 && at(text, i) == U' ')
            ++i;
        const Numeral number = read_numeral(text.substr(std::min(i, text.size())));
        i += number.length;
        while (at(text, i) == U' ')
            ++i;
        return number.length > 0 && at(text, i++) == unit ? number.value : -1;
    };
    date.year = part(U'年');
    if (date.year < 1800 || date.year > 2200) return {};
    date.month = part(U'月');
    if (date.month < 1 || date.month > 12) return {};
    date.day = part(U'日');
    if (date.day < 1 || date.day > 31) return {};
    date.length = i;
    return date;
}

std::u32string find_date(View text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (const PrintedDate date = date_at(text.substr(i)); date.length > 0)
            return std::u32string(text.substr(i, date.length));
    return U"";
}

std::u32string find_weekday(View text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t word = text.substr(i).starts_with(U"星期") ? 2 : text[i] == U'周' ? 1 : 0;
        // 周日 in a name such as 周日报 is no weekday.
        const bool in_name = word == 1 && is_han(at(text, i + 2));
        if (word > 0 && !in_name && holds(kWeekdays, at(text, i + word)))
            return std::u32string(text.substr(i, word + 1));
    }
    return U"";
}

// [农历] [甲辰年] [闰] 二月 初九; one of the first two must stand there.
std::size_t lunar_length(View text) {
    std::size_t i = 0;
    for (const View word : {View(U"农历"), View(U"夏历"), View(U"農曆")})
        if (text.starts_with(word)) i = 2;
    while (i > 0 && at(text, i) == U' ')
        ++i;
    const bool has_year = holds(kStems, at(text, i)) && holds(kBranches, at(text, i + 1)) && at(text, i) != 0;
    if (i == 0 && !has_year) return 0;
    if (has_year) i += at(text, i + 2) == U'年' ? 3 : 2;
    const std::size_t before = i;
    while (holds(U" 闰正一二三四五六七八九十冬腊", at(text, i)) && at(text, i) != 0)
        ++i;
    if (i == before || at(text, i) != U'月') return 0;
    const std::size_t month = i + 1;
    for (i = month; i < month + 3 && holds(U"初一二三四五六七八九十廿卅", at(text, i)) && at(text, i) != 0;)
        ++i;
    return i > month ? i : 0;
}

std::u32string find_lunar_date(View text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (const std::size_t length = lunar_length(text.substr(i)))
            return std::u32string(text.substr(i, length));
    return U"";
}

// 第1234期, 总第1234期, 第1234号.
std::u32string find_issue_number(View text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != U'第') continue;
        const Numeral number = read_numeral(text.substr(i + 1));
        const char32_t unit = at(text, i + 1 + number.length);
        if (number.length == 0 || (unit != U'期' && unit != U'号')) continue;
        const std::size_t start = i > 0 && text[i - 1] == U'总' ? i - 1 : i;
        return std::u32string(text.substr(start, i + 2 + number.length - start));
    }
    return U"";
}

// 今日4版, 本期共八版, 共16版.
std::u32string find_page_count(View text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::size_t number = i;
        for (const View word : {View(U"今日"), View(U"本期"), View(U"共"), View(U"出")})
            if (text.substr(number).starts_with(word)) number += word.size();
        if (number == i) continue;
        while (at(text, number) == U' ')
            ++number;
        const Numeral count = read_numeral(text.substr(std::min(number, text.size())));
        const std::size_t unit = number + count.length;
        if (count.length > 0 && at(text, unit) == U'版') return std::u32string(text.substr(i, unit + 1 - i));
    }
    return U"";
}

// CN 11-0055, or the whole line where a licence to print (准印) stands.
std::u32string find_licence(View text) {
    if (text.find(U"准印") != View::npos) return std::u32string(text);
    const std::size_t start = text.find(U"CN");
    if (start == View::npos) return U"";
    std::size_t end = start + 2;
    while (holds(U" -—–/0123456789", at(text, end)) && at(text, end) != 0)
        ++end;
    while (end > start && text[end - 1] == U' ')
        --end;
    return end - start >= 6 ? std::u32string(text.substr(start, end - start)) : U"";
}

void fill(std::string& field, const std::u32string& found) {
    if (field.empty()) field = to_utf8(found);
}

bool may_be_name(View text) {
    const auto han = std::count_if(text.begin(), text.end(), is_han);
    const bool has_digit = std::any_of(text.begin(), text.end(), is_digit);
    const bool long_enough = han >= 2 || (han == 0 && text.size() >= 4);
    return long_enough && text.size() <= 30 && !has_digit && find_weekday(text).empty() &&
           find_date(text).empty() && find_lunar_date(text).empty();
}

std::string without_han_spaces(const std::string& text) {
    std::u32string out;
    const std::u32string in = from_utf8(text);
    for (std::size_t i = 0; i < in.size(); ++i)
        if (in[i] != U' ' || !is_han(at(in, i + 1))) out += in[i];
    return to_utf8(out);
}

}  // namespace

Masthead read_masthead(const std::vector<PrintedLine>& lines) {
    Masthead masthead;
    double largest = 0;
    for (const PrintedLine& line : lines) {
        const std::u32string text = narrow(from_utf8(line.text));
        fill(masthead.date, find_date(text));
        fill(masthead.weekday, find_weekday(text));
        fill(masthead.lunar_date, find_lunar_date(text));
        fill(masthead.issue_number, find_issue_number(text));
        fill(masthead.licence, find_licence(text));
        fill(masthead.page_count, find_page_count(text));
        if (line.type_size > largest && may_be_name(text)) {
            largest = line.type_size;
            masthead.name = without_han_spaces(line.text);
        }
    }
    return masthead;
}

std::string name_by_vote(const std::string& name, const std::vector<PrintedLine>& folios) {
    const std::u32string read = from_utf8(name);
    std::map<std::u32string, int> votes;
    const auto vote = [&](View word) {
        std::size_t same = 0;
        for (std::size_t i = 0; i < std::min(word.size(), read.size()); ++i)
            same += word[i] == read[i] ? 1 : 0;
        if (word.size() == read.size() && 2 * same >= read.size()) ++votes[std::u32string(word)];
    };
    for (const PrintedLine& line : folios) {
        const std::u32string text = from_utf8(line.text);
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t end = std::min(text.find(U' ', i), text.size());
            vote(View(text).substr(i, end - i));
            i = end + 1;
        }
    }
    ++votes[read];
    const auto most = std::max_element(votes.begin(), votes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most->second > votes[read] ? to_utf8(most->first) : name;
}

std::string iso_date(std::string_view printed) {
    const PrintedDate date = date_at(narrow(from_utf8(printed)));
    if (date.length == 0) return "";
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

std::string weekday_of(std::string_view iso) {
    int year = 0;
    unsigned month = 0, day = 0;
    if (std::sscanf(std::string(iso).c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return "";
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    if (!date.ok()) return "";
    constexpr View kFromSunday = U"日一二三四五六";
    const unsigned weekday = std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding();
    return to_utf8(kFromSunday.substr(weekday, 1));
}

}  // namespace banwen
