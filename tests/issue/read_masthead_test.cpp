#include "issue/read_masthead.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(ReadMasthead, FindsItsFields) {
    const Masthead masthead = read_masthead({{"柳 溪 时 报", 200},
                                             {"2024年3月18日 星期一 农历甲辰年二月初九", 30},
                                             {"国内统一连续出版物号 CN 11-0001 总第5507期 今日4版", 30},
                                             {"柳溪县新闻中心主办", 30}});
    EXPECT_EQ(masthead.name, "柳溪时报");
    EXPECT_EQ(masthead.date, "2024年3月18日");
    EXPECT_EQ(masthead.weekday, "星期一");
    EXPECT_EQ(masthead.lunar_date, "农历甲辰年二月初九");
    EXPECT_EQ(masthead.issue_number, "总第5507期");
    EXPECT_EQ(masthead.licence, "CN 11-0001");
    EXPECT_EQ(masthead.page_count, "今日4版");
}

TEST(ReadMasthead, TakesALunarDateWithoutTheGapBeforeIt) {
    EXPECT_EQ(read_masthead({{"2006年8月27日 星期日 丙戌年闰七月初四", 30}}).lunar_date, "丙戌年闰七月初四");
}

TEST(ReadMasthead, TakesNoWeekdayFromAName) {
    const Masthead masthead = read_masthead({{"柳溪周日报", 90}});
    EXPECT_EQ(masthead.weekday, "");
    EXPECT_EQ(masthead.name, "柳溪周日报");
}

TEST(ReadMasthead, LeavesFieldsEmptyThatAreNotPrinted) {
    const Masthead masthead = read_masthead({{"13", 90}});
    EXPECT_EQ(masthead.name + masthead.date + masthead.lunar_date + masthead.issue_number + masthead.licence,
              "");
}

TEST(NameByVote, GoesByTheFolios) {
    const std::vector<PrintedLine> folios = {{"澄湖日报 2024年3月18日", 20}, {"2024年3月18日 澄湖日报", 20}};
    EXPECT_EQ(name_by_vote("这湖日报", folios), "澄湖日报");
    EXPECT_EQ(name_by_vote("清河时报", folios), "清河时报");  // another paper's name is no misreading
    EXPECT_EQ(name_by_vote("澄湖日报", {{"澄湖曰报 星期一", 20}}), "澄湖日报");
    EXPECT_EQ(name_by_vote("澄湖日报", {}), "澄湖日报");
}

TEST(IsoDate, ReadsPrintedDates) {
    EXPECT_EQ(iso_date("2024年3月18日"), "2024-03-18");
    EXPECT_EQ(iso_date("２０１０年１２月２５日"), "2010-12-25");
    EXPECT_EQ(iso_date("二〇二四年三月十八日"), "2024-03-18");
    EXPECT_EQ(iso_date("2024 年 3 月 18 日"), "2024-03-18");
    for (const char* text : {"", "3月18日", "2024年13月1日", "2024年3月", "99年1月1日"})
        EXPECT_EQ(iso_date(text), "") << text;
}

TEST(WeekdayOf, KnowsTheCalendar) {
    EXPECT_EQ(weekday_of("2024-03-18"), "一");
    EXPECT_EQ(weekday_of("2010-12-25"), "六");
    EXPECT_EQ(weekday_of("2024-02-30"), "");
    EXPECT_EQ(weekday_of("so"), "");
}

}  // namespace
}  // namespace banwen
