#include "core/scan_map.h"

#include <cmath>

#include <gtest/gtest.h>

namespace banwen {
namespace {

// Everything moves down by `fall` px for each px to the right.
Bend slanted(double fall) {
    Bend bend = flat_bend(600, 400, 100);
    for (int row = 0; row < bend.cells_y + 3; ++row)
        for (int column = 0; column < bend.cells_x + 3; ++column)
            bend.knots[static_cast<std::size_t>(row * (bend.cells_x + 3) + column)] = {
                0, fall * (column - 1) * bend.step};
    return bend;
}

TEST(Bend, WithoutCellsMovesNothing) {
    EXPECT_TRUE(Bend{}.empty());
    EXPECT_EQ(Bend{}.at({3, 4}).y, 0);
}

TEST(Bend, KeepsASlantExactlyAndStandsStillBeyondItsArea) {
    const Bend bend = slanted(0.05);
    EXPECT_NEAR(bend.at({0, 0}).y, 0, 1e-9);
    EXPECT_NEAR(bend.at({250, 130}).y, 12.5, 1e-9);
    EXPECT_NEAR(bend.at({600, 400}).y, 30, 1e-9);
    EXPECT_NEAR(bend.at({900, 40}).y, 30, 1e-9);
    EXPECT_NEAR(bend.at({-50, 40}).y, 0, 1e-9);
}

TEST(Bend, ScalesWithItsArea) {
    const Bend bend = scaled(slanted(0.05), 3, {10, 20});
    EXPECT_NEAR(bend.at({10 + 750, 20 + 390}).y, 37.5, 1e-9);
}

TEST(ScanMap, BackUndoesTheMap) {
    const ScanMap map{{{0.9, -0.1, 30, 0.1, 0.9, -4, 0, 0, 1}}, slanted(0.08)};
    for (const Point p : {Point{0, 0}, Point{310, 222}, Point{599, 399}, Point{700, -20}}) {
        const Point back = map.back(map.apply(p));
        EXPECT_NEAR(back.x, p.x, 0.01);
        EXPECT_NEAR(back.y, p.y, 0.01);
    }
}

TEST(ScanMap, GivesTheBoxAroundABentBoxWhoseMiddleBulges) {
    Bend arch = flat_bend(600, 400, 100);
    for (int row = 0; row < arch.cells_y + 3; ++row)
        arch.knots[static_cast<std::size_t>(row * (arch.cells_x + 3) + 4)] = {0, 12};
    const Box box = ScanMap{{}, arch}.apply(Box{100, 100, 400, 20});
    EXPECT_EQ(box.left, 100);
    EXPECT_EQ(box.width, 400);
    EXPECT_EQ(box.top, 100);
    EXPECT_EQ(box.bottom(), 128);  // a knot's own place moves by two thirds of it
}

}  // namespace
}  // namespace banwen
