#include "recognize/strip.h"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "recognize/line_image.h"

namespace banwen {
namespace {

constexpr int kEm = 40;

// A vertical line whose cells hold the boxes, which are in px of the column; nothing is grey.
Strip column_of(int cells, const std::vector<cv::Rect>& boxes) {
    Strip column{cv::Mat(cells * kEm, kEm, CV_8UC1, cv::Scalar(255)),
                 cv::Mat::zeros(cells * kEm, kEm, CV_8UC1),
                 {{0, kEm, {100, 200}, {}}}};
    for (const cv::Rect& box : boxes) {
        column.ink(box) = 255;
        column.gray(box) = 0;
    }
    return column;
}

const cv::Rect kFirst{2, 2, 36, 36}, kThird{2, 82, 36, 36};

// How many of the strip's pieces were turned.
long turned_pieces(const Strip& strip) {
    return std::count_if(strip.pieces.begin(), strip.pieces.end(),
                         [](const StripPiece& piece) { return !piece.turned.empty(); });
}

TEST(SideBySide, TurnsAMarkThatLiesCloseToTheNextCharacter) {
    const Strip strip =
        side_by_side(column_of(3, {kFirst, {18, 66, 20, 3}, {35, 66, 3, 12}, kThird}), kEm, 4);
    ASSERT_EQ(strip.pieces.size(), 3U);
    EXPECT_EQ(turned_pieces(strip), 1);
    EXPECT_EQ(strip.pieces[1].turned, (Box{118, 266, 20, 12}));
    const cv::Rect ink = cv::boundingRect(strip.ink.colRange(strip.pieces[1].left, strip.pieces[2].left));
    EXPECT_EQ(ink.size(), cv::Size(12, 20));
}

TEST(SideBySide, LeavesTheCharacterForOneAsItIs) {
    const Strip strip = side_by_side(column_of(3, {kFirst, {2, 57, 36, 5}, kThird}), kEm, 4);
    EXPECT_EQ(turned_pieces(strip), 0);
}

TEST(SideBySide, LeavesAStopAsItIs) {
    const Strip strip = side_by_side(column_of(3, {kFirst, {26, 42, 13, 10}, kThird}), kEm, 4);
    EXPECT_EQ(strip.pieces.size(), 3U);
    EXPECT_EQ(turned_pieces(strip), 0);
}

TEST(SideBySide, SetsADecimalPointLowAndADotBetweenNamesInTheMiddle) {
    const Strip point = side_by_side(column_of(3, {kFirst, {8, 70, 5, 5}, kThird}), kEm, 4);
    const Strip dot = side_by_side(column_of(3, {kFirst, {17, 57, 5, 5}, kThird}), kEm, 4);
    ASSERT_EQ(point.pieces.size(), 3U);
    ASSERT_EQ(dot.pieces.size(), 3U);
    const auto foot_of_second = [](const Strip& strip) {
        return cv::boundingRect(strip.ink.colRange(strip.pieces[1].left, strip.pieces[2].left)).br().y;
    };
    EXPECT_GT(foot_of_second(point), point.ink.rows * 3 / 4);
    EXPECT_LT(foot_of_second(dot), dot.ink.rows * 3 / 4);
}

TEST(SideBySide, PartsAClosingMarkFromTheStopBehindIt) {
    const Strip strip =
        side_by_side(column_of(3, {kFirst, {4, 42, 20, 10}, {26, 60, 12, 12}, kThird}), kEm, 4);
    EXPECT_EQ(strip.pieces.size(), 4U);
    EXPECT_EQ(turned_pieces(strip), 1);
}

TEST(SideBySide, GivesACommaThatHangsUnderItsCharacterAPlaceOfItsOwn) {
    const Strip strip = side_by_side(column_of(3, {{2, 2, 26, 38}, {29, 36, 9, 12}, kThird}), kEm, 4);
    ASSERT_EQ(strip.pieces.size(), 3U);
    const cv::Rect ink = cv::boundingRect(strip.ink.colRange(strip.pieces[1].left, strip.pieces[2].left));
    EXPECT_EQ(ink.size(), cv::Size(9, 12));
    EXPECT_GT(ink.y, kEm / 2);
}

TEST(SideBySide, KeepsADotWithItsCharacter) {
    const Strip strip =
        side_by_side(column_of(3, {kFirst, {2, 52, 36, 5}, {18, 57, 5, 21}, {29, 42, 8, 8}, kThird}), kEm, 4);
    EXPECT_EQ(strip.pieces.size(), 3U);
}

TEST(SideBySide, KeepsTheTwoMarksOfAColonTogether) {
    const Strip strip = side_by_side(column_of(3, {kFirst, {27, 46, 8, 8}, {27, 64, 8, 8}, kThird}), kEm, 4);
    EXPECT_EQ(strip.pieces.size(), 3U);
}

TEST(SideBySide, BeginsWithACharacterOfOneStroke) {
    const Strip strip =
        side_by_side(column_of(3, {{2, 18, 36, 4}, {18, 42, 4, 14}, {6, 54, 28, 24}, kThird}), kEm, 4);
    EXPECT_EQ(strip.pieces.size(), 3U);
}

TEST(SideBySide, PartsAClosingMarkFromAStopInTheMiddleOfItsCell) {
    const Strip strip =
        side_by_side(column_of(3, {kFirst, {4, 42, 20, 8}, {15, 58, 11, 11}, kThird}), kEm, 4);
    EXPECT_EQ(strip.pieces.size(), 4U);
}

}  // namespace
}  // namespace banwen
