#include "clean/find_type_size.h"

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

class FindTypeSizeAt : public testing::TestWithParam<int> {};

TEST_P(FindTypeSizeAt, GivesBackThePitchOfTheCharacters) {
    const int size = GetParam();
    const GrayImage page = draw_page({.width = 50 * size, .height = 60 * size, .type_size = size});
    const Found<double> found = find_type_size(dark_pixels(page));
    EXPECT_NEAR(found.value, size, 0.03 * size);
    EXPECT_GT(found.confidence, 0.5);
}

TEST_P(FindTypeSizeAt, GivesBackThePitchOfVerticalType) {
    const int size = GetParam();
    const GrayImage page =
        draw_page({.width = 50 * size, .height = 60 * size, .type_size = size, .vertical = true});
    EXPECT_NEAR(find_type_size(dark_pixels(page)).value, size, 0.03 * size);
}

INSTANTIATE_TEST_SUITE_P(Pixels, FindTypeSizeAt, testing::Values(10, 14, 20, 38));

TEST(FindTypeSize, IsNotConfidentWithoutType) {
    EXPECT_EQ(find_type_size({}).confidence, 0);
    EXPECT_EQ(find_type_size(blank_image(400, 500, 0)).confidence, 0);
    EXPECT_EQ(find_type_size(blank_image(400, 500, 255)).confidence, 0);
    EXPECT_LT(find_type_size(dark_pixels(draw_noise(800, 1000, 3))).confidence, 0.3);
}

TEST(FindTypeSize, DoesNotTakeTheStepOfNarrowLettersForTheSize) {
    GrayImage page = blank_image(1000, 1000, 255);
    for (int top = 50; top < 930; top += 30) {
        for (int left = 50; left < 930; left += 17)
            fill(page, {left, top, 12, 20}, 0);
    }
    EXPECT_GE(find_type_size(dark_pixels(page)).value, 20);
}

TEST(FindTypeSize, LooksPastDustAndAPicture) {
    GrayImage page = peppered(draw_page({.seed = 4}), 3000, 2, 9);
    fill(page, {100, 100, 500, 400}, 0);
    EXPECT_NEAR(find_type_size(dark_pixels(page)).value, 20, 1);
}

}  // namespace
}  // namespace banwen
