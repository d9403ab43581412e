#include "recognize/sideways.h"

#include <vector>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace banwen {
namespace {

constexpr int kEm = 40;

// A vertical line that holds the boxes of ink, each hollow as characters are.
cv::Mat line_of(const std::vector<cv::Rect>& boxes, int rows) {
    cv::Mat ink = cv::Mat::zeros(rows, kEm, CV_8UC1);
    for (const cv::Rect& box : boxes) {
        cv::rectangle(ink, box, cv::Scalar(255));
    }
    return ink;
}

// A figure on its side, half an em along the line.
cv::Rect figure_at(int y) {
    return {5, y, 29, 18};
}

cv::Rect han_at(int y) {
    return {2, y, 36, 36};
}

Strip column_of(const cv::Mat& ink) {
    return {255 - ink, ink, {{0, ink.cols, {100, 200}, {}}}};
}

TEST(FindSidewaysRuns, FindsANumberBetweenCharacters) {
    const cv::Mat ink =
        line_of({han_at(2), figure_at(42), figure_at(62), figure_at(82), figure_at(102), han_at(126)}, 164);
    const std::vector<Cell> runs = find_sideways_runs(ink, kEm);
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].top, 42);
    EXPECT_EQ(runs[0].bottom, 120);
}

TEST(FindSidewaysRuns, TakesAMarkBetweenTwoFiguresAlong) {
    const cv::Mat ink = line_of({figure_at(2), {5, 24, 4, 4}, {18, 24, 4, 4}, figure_at(32)}, 52);
    const std::vector<Cell> runs = find_sideways_runs(ink, kEm);
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_EQ(runs[0].bottom, 50);
}

TEST(FindSidewaysRuns, LeavesPartsOfCharactersThatEndElsewhere) {
    const cv::Mat ink =
        line_of({{5, 2, 29, 14}, {2, 20, 36, 18}, {9, 44, 25, 14}, {4, 62, 30, 18}, {2, 84, 34, 18}}, 104);
    EXPECT_TRUE(find_sideways_runs(ink, kEm).empty());
}

TEST(FindSidewaysRuns, LeavesTwoFiguresAloneAndFindsNothingOnNothing) {
    EXPECT_TRUE(find_sideways_runs(line_of({han_at(2), figure_at(42), figure_at(62)}, 82), kEm).empty());
    EXPECT_TRUE(find_sideways_runs({}, kEm).empty());
}

TEST(SideBySide, TurnsARunUprightAndTellsWhereItsFiguresStand) {
    const cv::Mat ink =
        line_of({han_at(2), figure_at(42), figure_at(62), figure_at(82), figure_at(102), han_at(126)}, 164);
    const Strip strip = side_by_side(column_of(ink), kEm, 4);
    ASSERT_EQ(strip.pieces.size(), 3U);
    const StripPiece& run = strip.pieces[1];
    EXPECT_TRUE(run.sideways);
    EXPECT_EQ(run.width, 120 - 42);
    const cv::Rect figures = cv::boundingRect(strip.ink.colRange(run.left, run.left + run.width));
    EXPECT_EQ(figures.height, 29);
    // The second figure, 20 px along the run, stands 20 px below the first one.
    const CutLine cut{{}, {}, kEm, strip.pieces, {}};
    EXPECT_EQ(on_page(cut, Box{run.left + 20, figures.y, 18, 29}), (Box{105, 262, 29, 18}));
}

}  // namespace
}  // namespace banwen
