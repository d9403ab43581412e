#include "layout/leave_dirt.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 30;

Layout page() {
    return {.width = 2000, .height = 3000, .type_size = kEm};
}

// `count` lines of that size under each other, `step` from one to the next.
Region column(const Box& first, int count, int step) {
    Region region{.box = first};
    for (int k = 0; k < count; ++k) {
        region.lines.push_back({{first.left, first.top + k * step, first.width, first.height}, kEm});
        region.box = bounding(region.box, region.lines.back().box);
    }
    return region;
}

const Region kText = column({300, 600, 500, kEm}, 20, 42);

TEST(LeaveDirt, TakesAwayASpeckThatStandsAlone) {
    EXPECT_EQ(leave_dirt({kText, column({1200, 800, 20, 20}, 1, 0)}, page()).size(), 1U);
}

TEST(LeaveDirt, KeepsTheLastCharacterOfAParagraph) {
    EXPECT_EQ(leave_dirt({kText, column({300, 1440, 28, 28}, 1, 0)}, page()).size(), 2U);
}

TEST(LeaveDirt, KeepsThePagesNumber) {
    EXPECT_EQ(leave_dirt({kText, column({1800, 100, 20, 28}, 1, 0)}, page()).size(), 2U);
}

TEST(LeaveDirt, TakesAwayABorderOfOrnaments) {
    EXPECT_EQ(leave_dirt({kText, column({1000, 600, 16, 30}, 20, 30)}, page()).size(), 1U);
    Region across = column({100, 500, 1800, 25}, 1, 0);
    Layout small = page();
    small.type_size = 20;
    EXPECT_EQ(leave_dirt({kText, across}, small).size(), 1U);
}

TEST(LeaveDirt, KeepsFiguresUnderEachOther) {
    EXPECT_EQ(leave_dirt({kText, column({1000, 600, 16, 30}, 20, 42)}, page()).size(), 2U);
}

TEST(LeaveDirt, TakesNoScratchForAHeadline) {
    Region scratch = column({1000, 600, 40, 200}, 1, 0);
    scratch.kind = RegionKind::headline;
    Region headline = column({1000, 600, 600, 90}, 1, 0);
    headline.kind = RegionKind::headline;
    EXPECT_EQ(leave_dirt({kText, scratch, headline}, page()).size(), 2U);
}

}  // namespace
}  // namespace banwen
