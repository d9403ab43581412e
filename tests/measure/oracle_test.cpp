#include "oracle.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

// One printed line of eight characters, 20 px each, at (100, 100), and one of three in the next column.
TruthPage printed_page() {
    TruthPage page{.number = 1, .width = 1000, .height = 1000, .lines = {}, .pictures = {}};
    page.lines.push_back(
        {.text = "河上的新桥今日通", .kind = "body", .style = "", .box = {100, 100, 160, 20}});
    page.lines.push_back({.text = "车了。", .kind = "body", .style = "", .box = {300, 100, 60, 20}});
    return page;
}

std::string read(const Box& box, WritingMode mode = WritingMode::horizontal) {
    Layout layout;
    layout.regions.push_back({.mode = mode, .box = box, .lines = {{box, 20}}});
    return plain_text(read_from_truth(layout, {}, printed_page()).at(0));
}

TEST(ReadFromTruth, ReadsWhatStandsUnderALine) {
    EXPECT_EQ(read({98, 98, 164, 24}), "河上的新桥今日通");
}

TEST(ReadFromTruth, ReadsAPieceOfALine) {
    EXPECT_EQ(read({160, 100, 60, 20}), "新桥今");
}

TEST(ReadFromTruth, ReadsALineOverTwoColumnsAsOne) {
    EXPECT_EQ(read({100, 100, 260, 20}), "河上的新桥今日通车了。");
}

TEST(ReadFromTruth, ReadsSomethingWhereNothingIsPrinted) {
    EXPECT_EQ(read({100, 500, 60, 20}), "〓〓〓");
}

TEST(ReadFromTruth, KeepsGapsBetweenWords) {
    TruthPage page = printed_page();
    page.lines[0].text = "甲 乙";
    Layout layout;
    layout.regions.push_back({.box = {100, 100, 160, 20}, .lines = {{{100, 100, 160, 20}, 20}}});
    const TextLine line = read_from_truth(layout, {}, page).at(0);
    ASSERT_EQ(line.glyphs.size(), 2U);
    EXPECT_TRUE(line.glyphs[1].space_before);
}

TEST(ReadFromTruth, NumbersLinesAsTheRecognizerDoes) {
    Layout layout;
    for (int r = 0; r < 3; ++r) {
        const Box box{100, 100 * (r + 1), 160, 20};
        layout.regions.push_back({.box = box, .lines = {{box, 20}, {box, 20}}});
    }
    const std::vector<TextLine> lines = read_from_truth(layout, {}, printed_page());
    ASSERT_EQ(lines.size(), 6U);
    EXPECT_EQ(lines[5].id, (LineId{1, 5}));
    EXPECT_EQ(lines[5].region, 2);
}

}  // namespace
}  // namespace banwen
