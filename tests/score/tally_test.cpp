#include "score/tally.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "score/intervals.h"

namespace banwen {
namespace {

Tally page(double part, double whole, double skew) {
    return {.shares = {{"lost", {part, whole}}}, .measured = {{"skew_left", {skew}}}};
}

TEST(FiguresOf, DivideWhatWasSummed) {
    const Score score = figures_of(sum_of({page(1, 10, 0.1), page(5, 10, 0.3), page(0, 4, 0.2)}));
    EXPECT_DOUBLE_EQ(score.at("lost"), 0.25);
    EXPECT_DOUBLE_EQ(score.at("skew_left"), 0.3);
}

TEST(FiguresOf, TakesTheNinetyNinthPercentileOfMeasures) {
    Tally tally;
    for (int i = 1; i <= 200; ++i)
        tally.measured["skew_left"].push_back(i);
    EXPECT_EQ(figures_of(tally).at("skew_left"), 198);
}

TEST(FiguresOf, LeavesOutWhatHasNothingToCount) {
    EXPECT_TRUE(figures_of(sum_of({})).empty());
    EXPECT_TRUE(figures_of({.shares = {{"lost", {0, 0}}}, .measured = {{"skew_left", {}}}}).empty());
}

TEST(FiguresWithIntervals, HoldTheFigureBetweenTheirEnds) {
    std::vector<Tally> pages;
    for (int i = 0; i < 40; ++i)
        pages.push_back(page(i % 4 == 0 ? 4 : 0, 10, 0));
    const Figure lost = figures_with_intervals(pages).at("lost");
    EXPECT_DOUBLE_EQ(lost.value, 0.1);
    // The mean of 40 pages of which each fourth has 0.4: two standard errors are 0.055.
    EXPECT_NEAR(lost.low, 0.045, 0.015);
    EXPECT_NEAR(lost.high, 0.155, 0.015);
}

TEST(FiguresWithIntervals, AreTheSameEachTime) {
    const std::vector<Tally> pages = {page(1, 9, 0.2), page(3, 8, 0.1), page(0, 7, 0)};
    const Figure once = figures_with_intervals(pages).at("lost"),
                 again = figures_with_intervals(pages).at("lost");
    EXPECT_EQ(once.low, again.low);
    EXPECT_EQ(once.high, again.high);
}

TEST(FiguresWithIntervals, HaveNoWidthForOnePage) {
    const Figure lost = figures_with_intervals({page(1, 4, 0)}).at("lost");
    EXPECT_EQ(lost.low, 0.25);
    EXPECT_EQ(lost.high, 0.25);
}

}  // namespace
}  // namespace banwen
