#include "recognize/vote.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace banwen {
namespace {

using Line = std::vector<Glyph>;

constexpr double kEm = 20;

// Glyphs an em apart, all equally sure.
Line line_of(const std::vector<std::string>& texts, double confidence) {
    Line line;
    for (const std::string& text : texts)
        line.push_back(
            {.box = {static_cast<int>(line.size() * kEm), 0, 18, 18}, .readings = {{text, confidence}}});
    return line;
}

std::string text_of(const Line& line) {
    std::string text;
    for (const Glyph& glyph : line)
        text += glyph.readings.front().text;
    return text;
}

std::string vote_of(const std::vector<Line>& looks) {
    return text_of(voted(looks, kEm));
}

TEST(Voted, TakesTheReadingWithMostConfidenceBehindIt) {
    EXPECT_EQ(vote_of({line_of({"一", "赵", "车"}, 0.6), line_of({"一", "趟", "车"}, 0.7)}), "一趟车");
    EXPECT_EQ(vote_of({line_of({"一", "赵", "车"}, 0.9), line_of({"一", "趟", "车"}, 0.7)}), "一赵车");
}

TEST(Voted, TakesWhatBothHoldPossibleBeforeWhatOneAloneBelieves) {
    Line first = line_of({"简"}, 0.7), other = line_of({"篇"}, 0.6);
    first[0].readings.push_back({"筒", 0.3});
    other[0].readings.push_back({"筒", 0.4});
    EXPECT_EQ(vote_of({first, other}), "筒");
}

TEST(Voted, KeepsWhatLostAsFurtherReadingsAndSharesTheConfidence) {
    const Line line = voted(std::vector<Line>{line_of({"赵"}, 0.6), line_of({"趟"}, 0.8)}, kEm);
    ASSERT_EQ(line.size(), 1U);
    ASSERT_EQ(line[0].readings.size(), 2U);
    EXPECT_EQ(line[0].readings[1].text, "赵");
    EXPECT_GT(line[0].readings[0].confidence, line[0].readings[1].confidence);
    EXPECT_NEAR(line[0].readings[0].confidence + line[0].readings[1].confidence, 1, 1e-9);
}

TEST(Voted, IsSurerWhereLooksAgreeThanWhereTheyDoNot) {
    const Line agreed = voted(std::vector<Line>{line_of({"趟"}, 0.8), line_of({"趟"}, 0.8)}, kEm);
    const Line divided = voted(std::vector<Line>{line_of({"趟"}, 0.8), line_of({"赵"}, 0.4)}, kEm);
    EXPECT_GT(agreed[0].readings[0].confidence, divided[0].readings[0].confidence);
}

TEST(Voted, CountsAMarkInEitherWidthAsOne) {
    Line first = line_of({"了", ","}, 0.5), other = line_of({"了", "，"}, 0.5);
    first[1].readings.push_back({"、", 0.4});
    other[1].readings.push_back({"。", 0.4});
    EXPECT_EQ(vote_of({first, other}), "了,");
    EXPECT_EQ(vote_of({line_of({"“"}, 0.5), line_of({"”"}, 0.5)}), "“");
}

TEST(Voted, DropsAnUnsureGlyphThatTheOtherDoesNotSee) {
    EXPECT_EQ(vote_of({line_of({"一", ".", "车"}, 0.5), line_of({"一", "车"}, 0.9)}), "一车");
    EXPECT_EQ(vote_of({line_of({"一", ".", "车"}, 0.7), line_of({"一", "车"}, 0.9)}), "一.车");
}

TEST(Voted, TakesInAGlyphThatTheOtherIsSureOf) {
    EXPECT_EQ(vote_of({line_of({"了", "”"}, 0.8), line_of({"了", "。", "”"}, 0.9)}), "了。”");
    EXPECT_EQ(vote_of({line_of({"了", "”"}, 0.8), line_of({"了", "。", "”"}, 0.5)}), "了”");
}

TEST(Voted, KeepsOutAGlyphThatOneOfThreeSees) {
    EXPECT_EQ(
        vote_of({line_of({"了", "”"}, 0.8), line_of({"了", "。", "”"}, 0.9), line_of({"了", "”"}, 0.9)}),
        "了”");
}

TEST(Voted, KeepsTheOrderOfGlyphsThatTheFirstLookMissed) {
    EXPECT_EQ(vote_of({line_of({"了"}, 0.8), line_of({"了", "。", "”"}, 0.9)}), "了。”");
}

TEST(Voted, GivesOneLookBackAsItIs) {
    EXPECT_EQ(vote_of({line_of({"一", "车"}, 0.1)}), "一车");
    EXPECT_EQ(vote_of({{}, line_of({"一", "车"}, 0.9)}), "一车");
    EXPECT_TRUE(voted({}, kEm).empty());
}

}  // namespace
}  // namespace banwen
