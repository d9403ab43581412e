#include "issue/lunar_date.h"

#include <cstdio>
#include <memory>

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include "core/characters.h"
#include "issue/numerals.h"

namespace banwen {
namespace {

constexpr std::u32string_view kStems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view kBranches = U"子丑寅卯辰巳午未申酉戌亥";
constexpr std::u32string_view kMonths = U"正二三四五六七八九十冬腊";

std::u32string year_name(int of_cycle) {
    const auto place = static_cast<std::size_t>(of_cycle - 1);
    return std::u32string{kStems[place % kStems.size()], kBranches[place % kBranches.size()]};
}

std::unique_ptr<icu::Calendar> calendar(const char* locale) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Calendar> made(icu::Calendar::createInstance(
        icu::TimeZone::createTimeZone("Asia/Shanghai"), icu::Locale(locale), status));
    return U_FAILURE(status) ? nullptr : std::move(made);
}

// Takes `word` off the text's begin.
bool take(std::u32string_view& text, std::u32string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}

int take_month(std::u32string_view& text) {
    for (const auto& [word, month] :
         {std::pair{std::u32string_view(U"十一月"), 11}, {U"十二月", 12}, {U"一月", 1}})
        if (take(text, word)) return month;
    const std::size_t month = text.empty() ? kMonths.npos : kMonths.find(text[0]);
    if (month == kMonths.npos || text.size() < 2 || text[1] != U'月') return 0;
    text.remove_prefix(2);
    return static_cast<int>(month) + 1;
}

int take_day(std::u32string_view& text) {
    take(text, U"初");
    const Numeral day = read_numeral(text);
    text.remove_prefix(day.length);
    take(text, U"日");
    return day.length > 0 && day.value <= 30 ? day.value : 0;
}

}  // namespace

std::optional<LunarDate> lunar_date_of(std::string_view iso) {
    int year = 0, month = 0, day = 0;
    if (std::sscanf(std::string(iso).c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) return std::nullopt;
    const auto common = calendar("en"), chinese = calendar("zh@calendar=chinese");
    if (!common || !chinese) return std::nullopt;
    constexpr int kNoon = 12;
    UErrorCode status = U_ZERO_ERROR;
    common->clear();
    common->setLenient(false);
    common->set(year, month - 1, day, kNoon, 0);
    chinese->setTime(common->getTime(status), status);
    LunarDate date;
    date.month = chinese->get(UCAL_MONTH, status) + 1;
    date.leap = chinese->get(UCAL_IS_LEAP_MONTH, status) != 0;
    date.day = chinese->get(UCAL_DATE, status);
    const int of_cycle = chinese->get(UCAL_YEAR, status);
    if (U_FAILURE(status)) return std::nullopt;
    date.year = year_name(of_cycle);
    return date;
}

std::optional<LunarDate> read_lunar_date(std::u32string_view printed) {
    std::u32string plain;
    for (const char32_t c : narrow(printed))
        if (c != U' ') plain += c;
    std::u32string_view text = plain;
    LunarDate date;
    for (const std::u32string_view word : {U"农历", U"夏历", U"農曆"})
        if (take(text, word)) break;
    if (text.size() > 2 && kStems.find(text[0]) != kStems.npos && kBranches.find(text[1]) != kBranches.npos) {
        date.year = std::u32string(text.substr(0, 2));
        text.remove_prefix(2);
        take(text, U"年");
    }
    date.leap = take(text, U"闰");
    date.month = take_month(text);
    date.day = take_day(text);
    if (date.month == 0 || date.day == 0 || !text.empty()) return std::nullopt;
    return date;
}

std::string printed_form(const LunarDate& date) {
    constexpr std::u32string_view kNumbers = U"一二三四五六七八九十";
    const auto ones = static_cast<std::size_t>(date.day % 10);
    const int tens = date.day / 10;
    const std::u32string_view first = date.day <= 10   ? U"初"
                                      : date.day == 20 ? U"二十"
                                      : date.day == 30 ? U"三十"
                                      : tens == 1      ? U"十"
                                                       : U"廿";
    std::u32string text(U"农历");
    text.append(date.year);
    if (!date.year.empty()) text.append(U"年");
    if (date.leap) text.append(U"闰");
    text.append(1, kMonths[static_cast<std::size_t>(date.month - 1)]);
    text.append(U"月");
    text.append(first);
    if (date.day == 10) text.append(U"十");
    if (ones != 0) text.append(1, kNumbers[ones - 1]);
    return to_utf8(text);
}

}  // namespace banwen
