#include "clean/turn_upright.h"

#include <cmath>

#include <gtest/gtest.h>

#include "clean/drawn_page.h"
#include "clean/find_marks.h"

namespace banwen {
namespace {

GrayImage with_a_box(const Box& box) {
    GrayImage scan = blank_image(400, 300);
    fill(scan, box, 0);
    return scan;
}

TEST(TurnUpright, MapsABoxBackToWhereItStoodOnTheScan) {
    const Box printed{90, 120, 40, 20};
    const GrayImage scan = with_a_box(printed);
    for (const int rotation : {0, 90, 180, 270}) {
        for (const double skew : {0.0, 0.4, -6.0}) {
            const Turn turn{rotation, skew, 1.5};
            const auto marks = find_marks(dark_pixels(turn_upright(scan, turn)));
            ASSERT_EQ(marks.size(), 1U);
            const Point middle = upright_frame(400, 300, turn).to_scan.apply(marks.front().box.center());
            EXPECT_NEAR(middle.x, printed.center().x, 1);
            EXPECT_NEAR(middle.y, printed.center().y, 1);
        }
    }
}

// The foot of the page sags towards the right, its head rises.
Bend sagging(double width, double height) {
    Bend bend = flat_bend(width, height, 100);
    for (int row = 0; row < bend.cells_y + 3; ++row)
        for (int column = 3; column < bend.cells_x + 3; ++column)
            bend.knots[static_cast<std::size_t>(row * (bend.cells_x + 3) + column)] = {0, 9.0 * (row - 2)};
    return bend;
}

TEST(TurnUpright, MapsABoxBackToWhereItStoodOnABentScan) {
    for (const int left : {20, 180, 330}) {
        const Box printed{left, 230, 40, 20};
        for (const int rotation : {0, 180}) {
            const Turn turn{rotation, -0.8, 1.5, sagging(405, 306)};
            const auto marks = find_marks(dark_pixels(turn_upright(with_a_box(printed), turn)));
            ASSERT_EQ(marks.size(), 1U);
            const ScanMap to_scan = upright_frame(400, 300, turn).to_scan;
            const Point middle = to_scan.apply(marks.front().box.center());
            EXPECT_NEAR(middle.x, printed.center().x, 1.5);
            EXPECT_NEAR(middle.y, printed.center().y, 1.5);
            EXPECT_NEAR(to_scan.back(middle).y, marks.front().box.center().y, 0.01);
        }
    }
}

TEST(TurnUpright, TurnsACopyOfThePageAlike) {
    const Turn turn{0, 1.1, 1, sagging(405, 306)};
    const Turn half = turn_of_copy(turn, 0.5);
    const Point whole = upright_frame(400, 300, turn).to_scan.back({350, 250});
    const Point copied = upright_frame(200, 150, half).to_scan.back({175, 125});
    EXPECT_NEAR(copied.x, whole.x / 2, 1);
    EXPECT_NEAR(copied.y, whole.y / 2, 1);
}

TEST(TurnUpright, HoldsTheWholeScan) {
    for (const Bend& bend : {Bend{}, sagging(320, 425)}) {
        const Turn turn{90, 3.3, 2, bend};
        const UprightFrame frame = upright_frame(400, 300, turn);
        for (const Point corner : {Point{0, 0}, Point{400, 0}, Point{0, 300}, Point{400, 300}}) {
            const Point there = frame.to_scan.back(corner);
            EXPECT_GE(there.x, -0.5);
            EXPECT_GE(there.y, -0.5);
            EXPECT_LE(there.x, frame.width + 0.5);
            EXPECT_LE(there.y, frame.height + 0.5);
        }
    }
}

TEST(TurnUpright, MovesPixelsByQuarterTurnsWithoutChangingThem) {
    const GrayImage noise = draw_noise(31, 17, 5);
    const GrayImage turned = turn_upright(noise, {.rotation = 90});
    const ScanMap to_scan = upright_frame(31, 17, {.rotation = 90}).to_scan;
    for (int y = 0; y < turned.height; ++y) {
        for (int x = 0; x < turned.width; ++x) {
            const Point from = to_scan.apply(Point{x + 0.5, y + 0.5});
            ASSERT_EQ(turned.at(x, y), noise.at(static_cast<int>(from.x), static_cast<int>(from.y)));
        }
    }
}

TEST(TurnUpright, LeavesWhatIsTooLongToTurn) {
    const GrayImage strip = blank_image(40000, 2);
    EXPECT_FALSE(can_turn(40000, 2, {.skew_deg = 1}));
    EXPECT_EQ(turn_upright(strip, {.skew_deg = 1}).width, 40000);
}

}  // namespace
}  // namespace banwen
