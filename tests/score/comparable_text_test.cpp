#include "score/comparable_text.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(ComparableText, TakesOutWhatIsNoReadingError) {
    struct Row {
        const char* input;
        std::u32string expected;
    };
    const Row rows[] = {
        {"本报讯　（记者 甲）\n春耕", U"本报讯(记者甲)春耕"},
        {"他说：“‘好’。”", U"他说:\"'好'。\""},
        {"「春」『夏』", U"\"春\"'夏'"},
        {"１２．５％，ＡＢ", U"12.5%,AB"},
        {"——", U"——"},
        {"……", U"......"},
        {"", U""},
    };
    for (const Row& row : rows)
        EXPECT_EQ(comparable_text(row.input), row.expected) << row.input;
}

TEST(ComparableText, KeepsGoingAfterBrokenUtf8) {
    EXPECT_EQ(comparable_text("春\xFF耕"), U"春\uFFFD耕");
}

}  // namespace
}  // namespace banwen
