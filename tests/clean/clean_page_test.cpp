#include "clean/clean_page.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "clean/drawn_page.h"
#include "clean/find_marks.h"

namespace banwen {
namespace {

long ink_pixels(const CleanPage& page) {
    return std::count(page.ink.pixels.begin(), page.ink.pixels.end(), 255);
}

CleanPage cleaned(GrayImage gray, double dpi = 300) {
    return clean_page({.gray = std::move(gray), .dpi = dpi}, {});
}

TEST(CleanPage, SurvivesEverySize) {
    for (const auto& [width, height] : {std::pair{0, 0},
                                        {0, 5},
                                        {1, 1},
                                        {1, 2},
                                        {2, 1},
                                        {3, 900},
                                        {900, 3},
                                        {7, 7},
                                        {40000, 1},
                                        {1, 40000},
                                        {33000, 40}}) {
        for (const int tone : {0, 255}) {
            const CleanPage page = cleaned(blank_image(width, height, static_cast<std::uint8_t>(tone)), 0);
            EXPECT_EQ(page.gray.width, width);
            EXPECT_EQ(page.ink.pixels.size(), page.gray.pixels.size());
            EXPECT_EQ(ink_pixels(page), 0);
        }
        const CleanPage noise = cleaned(draw_noise(width, height, 1), 0);
        EXPECT_EQ(noise.ink.pixels.size(), noise.gray.pixels.size());
    }
}

TEST(CleanPage, LeavesNoiseAsItStands) {
    const CleanPage page = cleaned(draw_noise(800, 1000, 4));
    EXPECT_EQ(page.gray.width, 800);
    EXPECT_EQ(page.rotation.value, 0);
    EXPECT_EQ(page.skew.value, 0);
    EXPECT_LT(page.type_size.confidence, 0.3);
}

TEST(CleanPage, StraightensASkewedPageAndSaysByHowMuch) {
    const CleanPage page = cleaned(turned_clockwise(draw_page({.type_size = 30}), -4.5));
    EXPECT_NEAR(page.skew.value, -4.5, 0.05);
    EXPECT_NEAR(page.type_size.value, 30, 1);
    EXPECT_NEAR(cleaned(page.gray).skew.value, 0, 0.05);
}

TEST(CleanPage, TurnsAPageThatLiesOnItsSideAndIsSkewed) {
    const GrayImage scan = turned_clockwise(quarter_turned(draw_page({.type_size = 30}), 90), 1.2);
    const CleanPage page = cleaned(scan);
    EXPECT_EQ(page.rotation.value, 270);
    EXPECT_NEAR(page.skew.value, 1.2, 0.05);
    EXPECT_LT(page.gray.width, page.gray.height);
}

TEST(CleanPage, DoesNotTurnVerticalType) {
    const CleanPage page = cleaned(draw_page({.type_size = 30, .vertical = true}));
    EXPECT_EQ(page.rotation.value, 0);
    EXPECT_EQ(page.gray.width, 900);
}

TEST(CleanPage, MapsEveryBoxBackToTheScan) {
    GrayImage upright = draw_page({.type_size = 30});
    const Box margin{0, 0, 900, 58};
    fill(upright, margin, 255);
    const Box printed{420, 20, 60, 24};
    fill(upright, printed, 0);
    const GrayImage scan = turned_clockwise(upright, 3.0);
    const CleanPage page = cleaned(scan);
    // The highest mark of the upright page is the block above the type.
    const auto marks = find_marks(page.ink);
    const auto highest = std::min_element(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        return a.box.center().y < b.box.center().y;
    });
    const Point middle = page.to_scan.apply(highest->box.center());
    const Mark on_scan = [&] {
        const auto found = find_marks(dark_pixels(scan));
        return *std::max_element(found.begin(), found.end(),
                                 [](const Mark& a, const Mark& b) { return a.area < b.area; });
    }();
    EXPECT_NEAR(middle.x, on_scan.box.center().x, 1);
    EXPECT_NEAR(middle.y, on_scan.box.center().y, 1);
}

TEST(CleanPage, ScalesTinyTypeUp) {
    const CleanPage page = cleaned(draw_page({.width = 900, .height = 1200, .type_size = 10}), 75);
    EXPECT_NEAR(page.type_size.value, 30, 2);
    EXPECT_NEAR(page.gray.width, 2700, 50);
    EXPECT_NEAR(page.dpi, 225, 1);
    const Point middle = page.to_scan.apply(Point{page.gray.width / 2.0, page.gray.height / 2.0});
    EXPECT_NEAR(middle.x, 450, 0.5);
    EXPECT_NEAR(middle.y, 600, 0.5);
}

TEST(CleanPage, TellsTheScansResolutionApartFromThePages) {
    const GrayImage scan = draw_page({.width = 900, .height = 1200, .type_size = 10});
    const CleanPage scaled = cleaned(scan, 75);
    EXPECT_EQ(scaled.scan_dpi, 75);
    EXPECT_GT(scaled.dpi, 200);
}

TEST(CleanPage, SaysWhatAScanOfUnknownOrImpossibleResolutionMustHave) {
    for (const double told : {0.0, 72.0}) {
        const CleanPage page = cleaned(draw_page({.type_size = 40}), told);
        EXPECT_NEAR(page.scan_dpi, 299, 15) << told;
        EXPECT_TRUE(page.dpi_estimated);
    }
}

TEST(CleanPage, KeepsAReversedBoxSolidInTheInk) {
    GrayImage scan = draw_page({.type_size = 30});
    fill(scan, {100, 100, 600, 120}, 10);
    fill(scan, {300, 150, 200, 10}, 245);
    const CleanPage page = cleaned(scan);
    EXPECT_EQ(mean_tone(page.ink, {105, 170, 590, 40}), 255);
    EXPECT_EQ(mean_tone(page.ink, {305, 152, 190, 6}), 0);
}

TEST(CleanPage, HandsOnAGreyPageOfWhitePaperAndDarkType) {
    GrayImage scan = draw_page({.type_size = 30});
    for (std::uint8_t& pixel : scan.pixels)
        pixel = static_cast<std::uint8_t>(60 + pixel / 2);
    const CleanPage page = cleaned(scan);
    EXPECT_GT(std::count(page.gray.pixels.begin(), page.gray.pixels.end(), 255), 500000);
}

}  // namespace
}  // namespace banwen
