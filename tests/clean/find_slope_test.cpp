#include "clean/find_slope.h"

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

Found<double> slope_of(const GrayImage& page, double type_size) {
    const GrayImage ink = dark_pixels(page);
    return find_slope(ink, ink, type_size);
}

TEST(FindSlope, IsRightWithinATwentiethOfADegree) {
    const GrayImage page = draw_page({.width = 1400, .height = 1800, .type_size = 22});
    for (const double degrees : {-0.6, -0.2, 0.0, 0.1, 0.5}) {
        const Found<double> slope = slope_of(turned_clockwise(page, degrees), 22);
        EXPECT_NEAR(slope.value, degrees, 0.05);
        EXPECT_GT(slope.confidence, 0.5);
    }
}

TEST(FindSlope, IsNotMisledByLinesThatStepDownFromColumnToColumn) {
    GrayImage page = blank_image(1300, 1600);
    for (int column = 0; column < 3; ++column) {
        const GrayImage lines = draw_page(
            {.width = 420, .height = 1500, .columns = 1, .seed = static_cast<std::uint32_t>(column)});
        for (int y = 0; y < lines.height; ++y) {
            for (int x = 0; x < lines.width; ++x)
                page.at(x + column * 430, y + column * 4) = lines.at(x, y);
        }
    }
    EXPECT_NEAR(slope_of(page, 20).value, 0, 0.1);
}

TEST(FindSlope, IsNotConfidentWithoutLines) {
    EXPECT_EQ(slope_of({}, 20).confidence, 0);
    EXPECT_EQ(slope_of(blank_image(300, 400), 20).confidence, 0);
    EXPECT_EQ(slope_of(draw_page({}), 0).confidence, 0);
    EXPECT_LT(slope_of(draw_noise(800, 1000, 3), 20).confidence, 0.2);
}

}  // namespace
}  // namespace banwen
