// The date of the Chinese calendar, as mastheads print it beside the other one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace banwen {

struct LunarDate {
    int month = 0;  // 1..12
    bool leap = false;
    int day = 0;          // 1..30
    std::u32string year;  // 甲辰; "" where a printed date names none
    bool operator==(const LunarDate&) const = default;
};

// Of a day YYYY-MM-DD, reckoned for Beijing; nothing for what is no date.
std::optional<LunarDate> lunar_date_of(std::string_view iso);

// "农历甲辰年二月初九", "甲辰年闰六月廿一", "农历正月十五"; nothing where it cannot be read as a whole.
std::optional<LunarDate> read_lunar_date(std::u32string_view printed);

// 农历甲辰年二月初九
std::string printed_form(const LunarDate& date);

}  // namespace banwen
