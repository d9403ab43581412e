#include "clean/flatten_background.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

GrayImage times(GrayImage page, const std::function<double(int, int)>& light) {
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x)
            page.at(x, y) = static_cast<std::uint8_t>(page.at(x, y) * light(x, y));
    }
    return page;
}

// Largest difference of the two pages' tones.
int farthest(const GrayImage& a, const GrayImage& b) {
    int most = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        most = std::max(most, std::abs(a.pixels[i] - b.pixels[i]));
    return most;
}

TEST(FlattenBackground, TakesUnevenLightOffPaperAndKeepsStrokes) {
    const GrayImage page = draw_page({});
    const GrayImage shaded =
        times(page, [](int x, int y) { return 0.55 + 0.25 * x / 900.0 + 0.15 * y / 1200.0; });
    EXPECT_LE(farthest(flatten_background(shaded, 20), flatten_background(page, 20)), 25);
}

TEST(FlattenBackground, WhitensATintUnderType) {
    const GrayImage tinted = times(
        draw_page({}), [](int x, int y) { return x > 250 && x < 600 && y > 300 && y < 800 ? 0.82 : 1.0; });
    const GrayImage flat = flatten_background(tinted, 20);
    const auto white = std::count(flat.pixels.begin(), flat.pixels.end(), 255);
    const GrayImage plain = flatten_background(draw_page({}), 20);
    const auto expected = std::count(plain.pixels.begin(), plain.pixels.end(), 255);
    EXPECT_NEAR(static_cast<double>(white), static_cast<double>(expected),
                0.02 * static_cast<double>(expected));
}

TEST(FlattenBackground, KeepsAReversedBoxBlackWithItsWhiteType) {
    GrayImage page = draw_page({});
    fill(page, {100, 100, 500, 160}, 15);
    fill(page, {200, 150, 200, 8}, 240);
    const GrayImage flat = flatten_background(page, 20);
    EXPECT_LT(mean_tone(flat, {105, 190, 490, 60}), 30);
    EXPECT_GT(mean_tone(flat, {202, 151, 196, 6}), 230);
}

TEST(FlattenBackground, KeepsALargePicturesTonesInOrder) {
    GrayImage page = draw_page({});
    for (int x = 100; x < 800; ++x)
        fill(page, {x, 200, 1, 700}, static_cast<std::uint8_t>(20 + (x - 100) / 5));
    const GrayImage flat = flatten_background(page, 20);
    EXPECT_LT(mean_tone(flat, {100, 400, 20, 300}), 40);
    for (int x = 120; x < 780; x += 20)
        EXPECT_GE(mean_tone(flat, {x + 20, 400, 10, 300}) + 2, mean_tone(flat, {x, 400, 10, 300}));
}

TEST(FlattenBackground, LeavesAPageWithoutPaperAsItIs) {
    const GrayImage black = blank_image(300, 400, 4);
    EXPECT_EQ(flatten_background(black, 20).pixels, black.pixels);
    EXPECT_TRUE(flatten_background({}, 20).empty());
}

}  // namespace
}  // namespace banwen
