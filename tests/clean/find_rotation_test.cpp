#include "clean/find_rotation.h"

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

TEST(FindRotation, LeavesAnUprightPageAndIsSureOfIt) {
    const Found<int> found = find_rotation(dark_pixels(draw_page({})), 20);
    EXPECT_EQ(found.value, 0);
    EXPECT_GT(found.confidence, 0.5);
}

TEST(FindRotation, TurnsAPageBackFromEachQuarterTurn) {
    for (const int degrees : {90, 180, 270}) {
        const Found<int> found = find_rotation(dark_pixels(quarter_turned(draw_page({}), degrees)), 20);
        EXPECT_EQ(found.value, 360 - degrees);
        EXPECT_GT(found.confidence, 0.5);
    }
}

TEST(FindRotation, LeavesVerticalTypeUpright) {
    EXPECT_EQ(find_rotation(dark_pixels(draw_page({.vertical = true})), 20).value, 0);
}

TEST(FindRotation, TurnsVerticalTypeThatIsUpsideDown) {
    const GrayImage page = quarter_turned(draw_page({.vertical = true}), 180);
    EXPECT_EQ(find_rotation(dark_pixels(page), 20).value, 180);
}

TEST(FindRotation, IsNotConfidentWithoutStops) {
    for (const bool vertical : {false, true}) {
        const GrayImage page = draw_page({.vertical = vertical, .stops = false});
        EXPECT_LT(find_rotation(dark_pixels(page), 20).confidence, 0.2);
    }
}

TEST(FindRotation, IsNotConfidentAboutNoiseOrNothing) {
    EXPECT_LT(find_rotation(dark_pixels(draw_noise(800, 1000, 3)), 20).confidence, 0.2);
    EXPECT_EQ(find_rotation(blank_image(300, 200, 0), 20).confidence, 0);
    EXPECT_EQ(find_rotation({}, 20).confidence, 0);
}

}  // namespace
}  // namespace banwen
