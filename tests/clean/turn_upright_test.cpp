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

TEST(TurnUpright, HoldsTheWholeScan) {
    const Turn turn{90, 3.3, 2};
    const UprightFrame frame = upright_frame(400, 300, turn);
    const PageMap from_scan = inverse(frame.to_scan);
    for (const Point corner : {Point{0, 0}, Point{400, 0}, Point{0, 300}, Point{400, 300}}) {
        const Point there = from_scan.apply(corner);
        EXPECT_GE(there.x, -1e-6);
        EXPECT_GE(there.y, -1e-6);
        EXPECT_LE(there.x, frame.width + 1e-6);
        EXPECT_LE(there.y, frame.height + 1e-6);
    }
}

TEST(TurnUpright, MovesPixelsByQuarterTurnsWithoutChangingThem) {
    const GrayImage noise = draw_noise(31, 17, 5);
    const GrayImage turned = turn_upright(noise, {.rotation = 90});
    const PageMap to_scan = upright_frame(31, 17, {.rotation = 90}).to_scan;
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
