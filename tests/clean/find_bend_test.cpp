#include "clean/find_bend.h"

#include <cmath>

#include <gtest/gtest.h>

#include "clean/clean_page.h"
#include "clean/drawn_page.h"
#include "clean/find_marks.h"
#include "clean/fit_bend.h"
#include "clean/turn_upright.h"

namespace banwen {
namespace {

constexpr double kSure = 0.5;

// Two kinds of paper: one that rises from the glass towards the right, one seen from a side.
enum class Paper { curled, far };

double fall(Paper paper, double x, double y, double width, double height) {
    const double risen = std::max(0.0, x / width - 0.5);
    if (paper == Paper::curled) return -70 * risen * risen * (1 + 0.3 * y / height);
    return 0.025 * x * (y / height - 0.5);
}

GrayImage bent(const GrayImage& page, Paper paper) {
    GrayImage scan = blank_image(page.width, page.height);
    for (int x = 0; x < page.width; ++x)
        for (int y = 0; y < page.height; ++y) {
            const double at = y - fall(paper, x, y, page.width, page.height);
            const int above = static_cast<int>(std::floor(at));
            if (above < 0 || above + 1 >= page.height) continue;
            const double part = at - above;
            scan.at(x, y) = static_cast<std::uint8_t>(
                std::lround((1 - part) * page.at(x, above) + part * page.at(x, above + 1)));
        }
    return scan;
}

Found<Bend> bend_of(const GrayImage& page, double type_size) {
    const GrayImage ink = dark_pixels(page);
    return find_bend(ink, ink, type_size);
}

GrayImage plain_page(bool vertical = false) {
    return draw_page({.width = 1400, .height = 1800, .type_size = 22, .vertical = vertical});
}

class FindBendOn : public testing::TestWithParam<Paper> {};

TEST_P(FindBendOn, StraightensLinesToATenthOfADegree) {
    const Found<Bend> bend = bend_of(bent(plain_page(), GetParam()), 22);
    ASSERT_GT(bend.confidence, kSure);
    for (const double x : {150.0, 700.0, 1100.0, 1250.0})
        for (const double y : {200.0, 900.0, 1600.0}) {
            const auto at = [&](double place) { return fall(GetParam(), place, y, 1400, 1800); };
            EXPECT_NEAR(slope_at(bend.value, {x, y}), at(x + 0.5) - at(x - 0.5), 0.0035) << x << ' ' << y;
        }
}

TEST_P(FindBendOn, IsFoundAgainOnTheWayThroughTheRoomAndLeavesNone) {
    const CleanPage page = clean_page({.gray = bent(plain_page(), GetParam()), .dpi = 200}, {});
    EXPECT_GT(page.bend.confidence, kSure);
    EXPECT_GT(page.bend.value, 5);
    EXPECT_LT(bend_of(page.gray, 22).confidence, kSure);
}

INSTANTIATE_TEST_SUITE_P(Papers, FindBendOn, testing::Values(Paper::curled, Paper::far));

TEST(FindBend, StraightensLinesThatAreSetDown) {
    const GrayImage page = draw_page({.width = 1800, .height = 1400, .type_size = 22, .vertical = true});
    const GrayImage scan = quarter_turned(bent(quarter_turned(page, 90), Paper::curled), 270);
    const Found<Bend> bend = bend_of(scan, 22);
    EXPECT_GT(bend.confidence, kSure);
    EXPECT_LT(bend_of(straightened(scan, bend.value, 255), 22).confidence, kSure);
    EXPECT_EQ(bend.value.at({900, 700}).y, 0);
}

TEST(FindBend, IsNotSureOfAStraightPage) {
    EXPECT_LT(bend_of(plain_page(), 22).confidence, kSure);
    EXPECT_LT(bend_of(plain_page(true), 22).confidence, kSure);
    EXPECT_LT(bend_of(peppered(plain_page(), 6000, 2, 3), 22).confidence, kSure);
}

TEST(FindBend, IsNotSureWithoutLines) {
    EXPECT_EQ(bend_of({}, 20).confidence, 0);
    EXPECT_EQ(bend_of(blank_image(900, 1200), 20).confidence, 0);
    EXPECT_EQ(bend_of(plain_page(), 0).confidence, 0);
    EXPECT_LT(bend_of(draw_noise(1400, 1800, 3), 20).confidence, kSure);
    EXPECT_LT(bend_of(peppered(blank_image(1400, 1800), 20000, 4, 2), 20).confidence, kSure);
}

TEST(FindBend, IsNotSureOfAPhotograph) {
    GrayImage photograph = blank_image(1400, 1800);
    for (int y = 100; y < 1700; ++y)
        for (int x = 100; x < 1300; ++x)
            photograph.at(x, y) =
                static_cast<std::uint8_t>(128 + 110 * std::sin(x * 0.021 + 3 * std::sin(y * 0.013)));
    EXPECT_LT(bend_of(photograph, 20).confidence, kSure);
}

TEST(FindBend, LeavesAStraightPageOnItsWayThroughTheRoomAsItWas) {
    const CleanPage page = clean_page({.gray = plain_page(), .dpi = 200}, {});
    EXPECT_TRUE(page.to_scan.bend.empty());
    EXPECT_EQ(page.bend.value, 0);
}

}  // namespace
}  // namespace banwen
