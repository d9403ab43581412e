#include "clean/find_light.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

constexpr double kSure = 0.5;
constexpr double kEm = 20;

// How much light falls on each place, 0..1.
GrayImage in_light(GrayImage page, const std::function<double(int x, int y)>& light) {
    for (int y = 0; y < page.height; ++y)
        for (int x = 0; x < page.width; ++x)
            page.at(x, y) = static_cast<std::uint8_t>(std::lround(page.at(x, y) * light(x, y)));
    return page;
}

double at_spine(int x, int /*y*/) {
    const double off = std::max(0.0, 1 - x / 300.0);
    return 1 - 0.6 * off * off;
}

double towards_foot(int /*x*/, int y) {
    const double off = std::max(0.0, (y - 850) / 350.0);
    return 1 - 0.5 * off;
}

Found<GrayImage> light_of(const GrayImage& page) {
    return find_light(page, kEm);
}

TEST(FindLight, EvensOutAShadowAtTheSpine) {
    const GrayImage scan = in_light(draw_page({}), at_spine);
    const Found<GrayImage> light = light_of(scan);
    EXPECT_GT(light.confidence, kSure);
    const GrayImage even = in_even_light(scan, light.value);
    EXPECT_LT(mean_tone(scan, {0, 0, 20, 1200}), 120);
    EXPECT_GT(mean_tone(even, {0, 0, 20, 1200}), 200);
    EXPECT_NEAR(mean_tone(even, {500, 100, 300, 900}), mean_tone(scan, {500, 100, 300, 900}), 2);
}

TEST(FindLight, LeavesWhatFallsOffTowardsTheFoot) {
    EXPECT_EQ(light_of(in_light(draw_page({}), towards_foot)).confidence, 0);
}

TEST(FindLight, TakesNoPictureAndNoPanelForAShadow) {
    GrayImage picture = draw_page({});
    fill(picture, {300, 300, 400, 400}, 90);
    EXPECT_EQ(light_of(picture).confidence, 0);
    GrayImage as_wide_as_the_page = draw_page({});
    fill(as_wide_as_the_page, {40, 300, 820, 350}, 90);
    EXPECT_EQ(light_of(as_wide_as_the_page).confidence, 0);
    GrayImage panel = draw_page({});
    fill(panel, {0, 0, 200, 1200}, 150);
    EXPECT_EQ(light_of(panel).confidence, 0);
    GrayImage bar = draw_page({});
    fill(bar, {400, 0, 120, 1200}, 60);
    EXPECT_EQ(light_of(bar).confidence, 0);
}

TEST(FindLight, IsNotSureWithoutAShadow) {
    for (const GrayImage& page : {GrayImage{}, blank_image(900, 1200), blank_image(900, 1200, 0),
                                  blank_image(30, 9), draw_page({}), draw_noise(900, 1200, 3)})
        EXPECT_EQ(light_of(page).confidence, 0);
    EXPECT_EQ(find_light(draw_page({}), 0).confidence, 0);
}

TEST(InEvenLight, LeavesThePageWhereThereIsNoPictureOfTheLight) {
    const GrayImage page = draw_page({});
    EXPECT_EQ(in_even_light(page, {}).pixels, page.pixels);
    EXPECT_TRUE(in_even_light({}, blank_image(3, 3)).empty());
}

}  // namespace
}  // namespace banwen
