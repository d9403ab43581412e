#include "lunar_date.h"

#include <memory>
#include <stdexcept>

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include "unicode.h"

namespace banwen::newsprint {
namespace {

constexpr std::u32string_view kStems = U"甲乙丙丁戊己庚辛壬癸";
constexpr std::u32string_view kBranches = U"子丑寅卯辰巳午未申酉戌亥";
constexpr std::u32string_view kMonths = U"正二三四五六七八九十冬腊";
constexpr std::u32string_view kDigits = U"一二三四五六七八九十";

std::u32string day_of_month(int day) {
    const auto digit = [](int d) { return std::u32string(1, kDigits[static_cast<std::size_t>(d - 1)]); };
    if (day <= 10) return joined({U"初", digit(day)});
    if (day < 20) return joined({U"十", digit(day - 10)});
    if (day == 20) return U"二十";
    return day == 30 ? U"三十" : joined({U"廿", digit(day - 20)});
}

}  // namespace

std::u32string lunar_date(std::chrono::sys_days day) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
        icu::TimeZone::createTimeZone("Asia/Shanghai"), icu::Locale("zh@calendar=chinese"), status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no Chinese calendar");
    constexpr double kNoonInShanghai = 4.0 / 24;
    calendar->setTime((day.time_since_epoch().count() + kNoonInShanghai) * 86400000.0, status);
    const auto year = static_cast<std::size_t>(calendar->get(UCAL_YEAR, status) - 1);
    const auto month = static_cast<std::size_t>(calendar->get(UCAL_MONTH, status));
    const int leap = calendar->get(UCAL_IS_LEAP_MONTH, status);
    const int of_month = calendar->get(UCAL_DATE, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU could not reckon the day by the Chinese calendar");
    std::u32string text{kStems[year % 10], kBranches[year % 12], U'年'};
    if (leap != 0) text += U'闰';
    text += kMonths[month];
    return joined({text, U"月", day_of_month(of_month)});
}

}  // namespace banwen::newsprint
