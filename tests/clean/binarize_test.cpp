#include "clean/binarize.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

long ink_pixels(const GrayImage& ink) {
    return std::count(ink.pixels.begin(), ink.pixels.end(), 255);
}

TEST(Binarize, FindsNoInkOnAPageOfOneTone) {
    for (const int tone : {0, 128, 255})
        EXPECT_EQ(ink_pixels(binarize(blank_image(200, 300, static_cast<std::uint8_t>(tone)), 20)), 0);
}

TEST(Binarize, FindsNoInkInPapersGrain) {
    GrayImage page = draw_noise(300, 400, 2);
    for (std::uint8_t& pixel : page.pixels)
        pixel = static_cast<std::uint8_t>(235 + pixel % 20);
    EXPECT_EQ(ink_pixels(binarize(page, 20)), 0);
}

TEST(Binarize, FillsTheMiddleOfABlackArea) {
    GrayImage page = draw_page({});
    fill(page, {100, 100, 600, 500}, 10);
    EXPECT_EQ(mean_tone(binarize(page, 20), {100, 100, 600, 500}), 255);
}

TEST(Binarize, FindsFaintStrokesBesideDarkOnes) {
    GrayImage page = draw_page({});
    fill(page, {0, 0, 900, 300}, 255);
    fill(page, {100, 100, 400, 2}, 180);
    EXPECT_EQ(mean_tone(binarize(page, 20), {100, 100, 400, 2}), 255);
}

TEST(Binarize, KeepsWhiteStrokesInABlackArea) {
    GrayImage page = draw_page({});
    fill(page, {100, 100, 600, 500}, 10);
    fill(page, {300, 300, 200, 2}, 230);
    EXPECT_EQ(mean_tone(binarize(page, 20), {300, 300, 200, 2}), 0);
}

}  // namespace
}  // namespace banwen
