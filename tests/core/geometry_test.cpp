#include "core/geometry.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(Box, IntersectionOfSeparateBoxesIsEmpty) {
    EXPECT_TRUE(intersection({0, 0, 10, 10}, {10, 0, 5, 5}).empty());
    EXPECT_EQ(intersection({0, 0, 10, 10}, {4, 6, 20, 20}), (Box{4, 6, 6, 4}));
}

TEST(Box, BoundingIgnoresAnEmptyBox) {
    EXPECT_EQ(bounding({}, {3, 4, 5, 6}), (Box{3, 4, 5, 6}));
    EXPECT_EQ(bounding({0, 0, 2, 2}, {3, 4, 5, 6}), (Box{0, 0, 8, 10}));
}

TEST(Box, OverlapRatioIsIntersectionOverUnion) {
    EXPECT_DOUBLE_EQ(overlap_ratio({0, 0, 10, 10}, {5, 0, 10, 10}), 50.0 / 150.0);
    EXPECT_DOUBLE_EQ(overlap_ratio({}, {}), 0);
}

TEST(PageMap, InverseUndoesTheMap) {
    const PageMap map{{0.9, -0.1, 30, 0.2, 1.1, -4, 0.0001, 0.0002, 1}};
    const Point there = map.apply(Point{120, 340});
    const Point back = inverse(map).apply(there);
    EXPECT_NEAR(back.x, 120, 1e-6);
    EXPECT_NEAR(back.y, 340, 1e-6);
}

TEST(PageMap, ChainDoesTheFirstMapFirst) {
    const PageMap move{{1, 0, 10, 0, 1, 0, 0, 0, 1}};
    const PageMap twice{{2, 0, 0, 0, 2, 0, 0, 0, 1}};
    EXPECT_DOUBLE_EQ(chain(move, twice).apply(Point{1, 1}).x, 22);
    EXPECT_DOUBLE_EQ(chain(twice, move).apply(Point{1, 1}).x, 12);
}

TEST(PageMap, AMapThatCannotBeTurnedRoundGivesTheIdentity) {
    const PageMap flat{{0, 0, 0, 0, 0, 0, 0, 0, 1}};
    EXPECT_DOUBLE_EQ(inverse(flat).apply(Point{7, 9}).x, 7);
}

}  // namespace
}  // namespace banwen
