#include "issue/jump_mark.h"

#include <gtest/gtest.h>

#include "core/characters.h"
#include "issue/numerals.h"
#include "issue/page_key.h"

namespace banwen {
namespace {

std::string told(const std::u32string& line) {
    const std::optional<JumpMark> mark = find_jump_mark(line);
    if (!mark) return "-";
    const char* way = mark->direction == JumpDirection::leaving    ? "to "
                      : mark->direction == JumpDirection::arriving ? "from "
                                                                   : "by place ";
    return way + to_utf8(mark->page) + " [" + to_utf8(line.substr(mark->start, mark->end - mark->start)) +
           "]";
}

TEST(FindJumpMark, ReadsTheUsualForms) {
    struct Row {
        std::u32string input;
        const char* expected;
    };
    const Row rows[] = {
        {U"（下转二版）", "to 2 [（下转二版）]"},
        {U"（下转第2版）", "to 2 [（下转第2版）]"},
        {U"(下转第 １２ 版)", "to 12 [(下转第 １２ 版)]"},
        {U"下转第二版", "to 2 [下转第二版]"},
        {U"▲下转十二版", "to 12 [▲下转十二版]"},
        {U"转A05版", "to A5 [转A05版]"},
        {U"（接01版）", "from 1 [（接01版）]"},
        {U"（上接第一版]工程旨在", "from 1 [（上接第一版]]"},
        {U"△上接头版", "from 1 [△上接头版]"},
        {U"（紧接第三版）", "by place 3 [（紧接第三版）]"},
        {U"他们下了山。 （下转二版）", "to 2 [ （下转二版）]"},
        {U"今天由一版转二版刊出", "-"},
        {U"文章从头版下转二版去了", "-"},
        {U"接二版", "from 2 [接二版]"},
        {U"下转", "-"},
        {U"（下转）", "-"},
        {U"", "-"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(told(row.input), row.expected) << to_utf8(row.input);
}

TEST(ReadPageKey, BringsSpellingsTogether) {
    for (const char32_t* text : {U"第二版", U"二版", U"2版", U"第02版", U"第２ 版", U"第〇二版"})
        EXPECT_EQ(read_page_key(text).key, U"2") << to_utf8(text);
    EXPECT_EQ(read_page_key(U"Ａ０５版").key, U"A5");
    for (const char32_t* text : {U"", U"版", U"第版", U"二", U"出版", U"9999版", U"零版"})
        EXPECT_EQ(read_page_key(text).key, U"") << to_utf8(text);
}

TEST(FindPageLabel, FindsTheNameOnAFolioLine) {
    EXPECT_EQ(find_page_label(U"综合新闻 第二版 2024年"), U"第二版");
    EXPECT_EQ(find_page_label(U"A05版"), U"A05版");
    EXPECT_EQ(find_page_label(U"02"), U"02");
    EXPECT_EQ(find_page_label(U"第5507期 今日4版"), U"");
    EXPECT_EQ(find_page_label(U"2024"), U"");
    EXPECT_EQ(find_page_label(U"（第二版）"), U"第二版");
    EXPECT_EQ(find_page_label(U"石桥老街修了三年（二版）"), U"") << "points to it";
    EXPECT_EQ(find_page_label(U"详见A3版"), U"");
    EXPECT_EQ(find_page_label(U"下转二版 第一版"), U"第一版");
    EXPECT_EQ(find_page_label(U""), U"");
}

TEST(ReadNumeral, ReadsArabicAndHan) {
    struct Row {
        std::u32string input;
        int value;
        std::size_t length;
    };
    const Row rows[] = {{U"12版", 12, 2},      {U"１２", 12, 2}, {U"十", 10, 1},
                        {U"二十三日", 23, 3},  {U"廿三", 23, 2}, {U"二〇二四年", 2024, 4},
                        {U"一百二十", 120, 4}, {U"版", 0, 0},    {U"", 0, 0}};
    for (const Row& row : rows) {
        EXPECT_EQ(read_numeral(row.input).value, row.value) << to_utf8(row.input);
        EXPECT_EQ(read_numeral(row.input).length, row.length) << to_utf8(row.input);
    }
}

}  // namespace
}  // namespace banwen
