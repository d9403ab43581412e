#include "issue/lunar_date.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(LunarDateOf, KnowsTheCalendar) {
    struct Row {
        const char* day;
        const char* lunar;
    };
    const Row rows[] = {
        {"2024-02-10", "农历甲辰年正月初一"},   {"2024-02-09", "农历癸卯年腊月三十"},
        {"2023-03-22", "农历癸卯年闰二月初一"}, {"2020-06-20", "农历庚子年闰四月廿九"},
        {"2010-02-28", "农历庚寅年正月十五"},   {"2024-03-29", "农历甲辰年二月二十"},
    };
    for (const Row& row : rows) {
        const std::optional<LunarDate> date = lunar_date_of(row.day);
        ASSERT_TRUE(date) << row.day;
        EXPECT_EQ(printed_form(*date), row.lunar) << row.day;
    }
    EXPECT_FALSE(lunar_date_of(""));
    EXPECT_FALSE(lunar_date_of("2024-02-30"));
}

TEST(ReadLunarDate, ReadsItsSpellings) {
    EXPECT_EQ(read_lunar_date(U"农历甲辰年二月初九"), (LunarDate{2, false, 9, U"甲辰"}));
    EXPECT_EQ(read_lunar_date(U"甲辰年闰六月廿一"), (LunarDate{6, true, 21, U"甲辰"}));
    EXPECT_EQ(read_lunar_date(U"农历 正月十五"), (LunarDate{1, false, 15, U""}));
    EXPECT_EQ(read_lunar_date(U"农历十二月三十日"), (LunarDate{12, false, 30, U""}));
    EXPECT_EQ(read_lunar_date(U"农历冬月初十"), (LunarDate{11, false, 10, U""}));
    for (const char32_t* text : {U"", U"农历", U"农历二月", U"农历二月初九日报", U"二月"})
        EXPECT_FALSE(read_lunar_date(text));
}

}  // namespace
}  // namespace banwen
