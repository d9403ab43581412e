#include "recognize/splice_strip.h"

#include <vector>

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 40;

// A horizontal line of 200 px with ink in the boxes, at (100, 300) on the page.
Strip line_of(const std::vector<cv::Rect>& boxes) {
    Strip strip{cv::Mat(48, 200, CV_8UC1, cv::Scalar(255)),
                cv::Mat::zeros(48, 200, CV_8UC1),
                {{0, 200, {100, 300}, {}}}};
    for (const cv::Rect& box : boxes)
        strip.ink(box) = 255;
    return strip;
}

const cv::Rect kCharacter{4, 4, 36, 40}, kStop{46, 34, 9, 9}, kQuote{64, 4, 12, 10};

TEST(WithoutColumns, KeepsThePlacesOfTheRest) {
    const Strip strip = without_columns(line_of({kCharacter}), 50, 80);
    EXPECT_EQ(strip.gray.cols, 170);
    ASSERT_EQ(strip.pieces.size(), 2U);
    EXPECT_EQ(strip.pieces[1].left, 50);
    EXPECT_EQ(strip.pieces[1].on_page.x, 180);
}

TEST(WithoutColumns, MayTakeAnEnd) {
    const Strip strip = without_columns(line_of({kCharacter}), 0, 80);
    ASSERT_EQ(strip.pieces.size(), 1U);
    EXPECT_EQ(strip.pieces[0].left, 0);
    EXPECT_EQ(strip.pieces[0].on_page.x, 180);
}

TEST(WithPaper, KeepsThePlacesOfTheRest) {
    const Strip strip = with_paper(line_of({kCharacter}), 60, 20);
    EXPECT_EQ(strip.gray.cols, 220);
    ASSERT_EQ(strip.pieces.size(), 2U);
    EXPECT_EQ(strip.pieces[1].left, 80);
    EXPECT_EQ(strip.pieces[1].on_page.x, 160);
}

TEST(PartedStops, GivesAStopBeforeAQuotationMarkItsPlace) {
    const Strip strip = with_parted_stops(line_of({kCharacter, kStop, kQuote}), kEm);
    EXPECT_GT(strip.gray.cols, 200);
    EXPECT_EQ(strip.pieces.size(), 2U);
}

TEST(PartedStops, LeavesAQuotationMarkBehindACharacterAndAStopBeforeOne) {
    EXPECT_EQ(with_parted_stops(line_of({kCharacter, {44, 4, 12, 10}}), kEm).gray.cols, 200);
    EXPECT_EQ(with_parted_stops(line_of({kStop, {64, 4, 36, 40}}), kEm).gray.cols, 200);
}

TEST(PartedStops, LeavesALineWithoutInk) {
    EXPECT_EQ(with_parted_stops(line_of({}), kEm).gray.cols, 200);
}

}  // namespace
}  // namespace banwen
