#include "clean/find_skew.h"

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

class FindSkewAt : public testing::TestWithParam<double> {};

TEST_P(FindSkewAt, GivesBackTheAngleOfATurnedPage) {
    const GrayImage page = turned_clockwise(draw_page({}), GetParam());
    const Found<double> skew = find_skew(dark_pixels(page), 10);
    EXPECT_NEAR(skew.value, GetParam(), 0.5);
    EXPECT_GT(skew.confidence, 0.5);
}

TEST_P(FindSkewAt, GivesBackTheAngleOfATurnedPageOfVerticalType) {
    const GrayImage page = turned_clockwise(draw_page({.vertical = true, .seed = 5}), GetParam());
    const Found<double> skew = find_skew(dark_pixels(page), 10);
    EXPECT_NEAR(skew.value, GetParam(), 0.5);
    EXPECT_GT(skew.confidence, 0.5);
}

INSTANTIATE_TEST_SUITE_P(Angles, FindSkewAt,
                         testing::Values(-9.5, -4.5, -1.25, -0.3, 0.0, 0.3, 0.77, 2.6, 9.5));

TEST(FindSkew, LooksPastAPictureThatStandsOtherwise) {
    GrayImage page = turned_clockwise(draw_page({}), 3.0);
    fill(page, {200, 300, 500, 400}, 0);
    EXPECT_NEAR(find_skew(dark_pixels(page), 10).value, 3.0, 0.5);
}

TEST(FindSkew, IsNotConfidentAboutNoise) {
    EXPECT_LT(find_skew(dark_pixels(draw_noise(800, 1000, 3)), 10).confidence, 0.2);
}

TEST(FindSkew, IsNotConfidentAboutABlankOrABlackPage) {
    EXPECT_EQ(find_skew(blank_image(500, 700, 0), 10).confidence, 0);
    EXPECT_EQ(find_skew(blank_image(500, 700, 255), 10).confidence, 0);
    EXPECT_EQ(find_skew({}, 10).confidence, 0);
}

TEST(FindSkew, IsNotConfidentBeyondItsRange) {
    const GrayImage page = turned_clockwise(draw_page({}), 12);
    EXPECT_LT(find_skew(dark_pixels(page), 10).confidence, 0.3);
}

}  // namespace
}  // namespace banwen
