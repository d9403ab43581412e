#include "clean/find_show_through.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "clean/binarize.h"
#include "clean/drawn_page.h"

namespace banwen {
namespace {

constexpr double kSure = 0.4;
constexpr int kEm = 30;
constexpr int kPale = 210;

PagePixels page_of(const GrayImage& gray) {
    return {gray, binarize(gray, kEm)};
}

// A page of bold type.
GrayImage print() {
    const GrayImage page = draw_page({.width = 1200, .height = 1600, .type_size = kEm});
    GrayImage bold = page;
    for (int y = 1; y < page.height; ++y)
        for (int x = 1; x < page.width; ++x)
            bold.at(x, y) =
                std::min({page.at(x, y), page.at(x - 1, y), page.at(x, y - 1), page.at(x - 1, y - 1)});
    return bold;
}

// A large character of the other side: bars of four characters' length whose edges the paper has softened.
void shine_through(GrayImage& page, int left, int top) {
    for (int bar = 0; bar < 3; ++bar)
        for (int y = 0; y < 10; ++y)
            for (int x = 0; x < 4 * kEm; ++x) {
                const int edge = std::min({y, 9 - y, x, 4 * kEm - 1 - x, 2});
                std::uint8_t& tone = page.at(left + x, top + bar * kEm + y);
                tone = std::min(tone, static_cast<std::uint8_t>(255 - (255 - kPale) * (edge + 1) / 3));
            }
}

GrayImage with_other_side(GrayImage page) {
    for (int y = 60; y < 1400; y += 210)
        for (int x = 40; x < 1000; x += 190)
            shine_through(page, x, y);
    return page;
}

TEST(FindShowThrough, TakesTheOtherSideAwayAndLeavesThePrint) {
    const PagePixels clean = page_of(print()), scan = page_of(with_other_side(print()));
    const Found<ShowThrough> through = find_show_through(scan, kEm);
    ASSERT_GE(through.confidence, kSure);
    EXPECT_NEAR(through.value.tone, 255 - kPale, 6);
    const PagePixels page = without_show_through(scan, through.value.mask);
    long added = 0, still = 0;
    for (std::size_t i = 0; i < clean.ink.pixels.size(); ++i) {
        const bool printed = clean.gray.pixels[i] < 100;
        ASSERT_EQ(printed && page.gray.pixels[i] != clean.gray.pixels[i], false) << i;
        added += scan.ink.pixels[i] > clean.ink.pixels[i];
        still += page.ink.pixels[i] > clean.ink.pixels[i];
    }
    ASSERT_GT(added, 10000);
    EXPECT_LT(still, added / 3);
}

TEST(FindShowThrough, KeepsThinStrokesThatHaveFaded) {
    GrayImage page = with_other_side(print());
    const Box stroke{300, 20, 24, 2};  // sharp, close to a line of print, as pale as the other side
    fill(page, {200, 0, 300, 50}, 255);
    fill(page, {280, 10, 8, 30}, 0);
    fill(page, stroke, kPale);
    const PagePixels scan = page_of(page);
    const Found<ShowThrough> through = find_show_through(scan, kEm);
    ASSERT_GE(through.confidence, kSure);
    EXPECT_EQ(mean_tone(without_show_through(scan, through.value.mask).gray, stroke), kPale);
}

TEST(FindShowThrough, LeavesPalePrintThatKeepsClearOfTheRest) {
    GrayImage page = print();
    for (int y = 60; y < 1400; y += 210)
        for (int x = 40; x < 1000; x += 190) {
            fill(page, {x - 20, y - 20, 4 * kEm + 40, 4 * kEm}, 255);
            shine_through(page, x, y);
        }
    EXPECT_LT(find_show_through(page_of(page), kEm).confidence, kSure);
}

TEST(FindShowThrough, LeavesPagesWithoutItAsTheyStand) {
    EXPECT_EQ(find_show_through(page_of(print()), kEm).confidence, 0);
    EXPECT_LT(find_show_through(page_of(draw_noise(600, 800, 3)), kEm).confidence, kSure);
    EXPECT_EQ(find_show_through(page_of(blank_image(300, 400)), kEm).confidence, 0);
    EXPECT_EQ(find_show_through({}, kEm).confidence, 0);
}

TEST(FindShowThrough, LeavesSmallPrintAsItStands) {
    EXPECT_EQ(find_show_through(page_of(with_other_side(print())), 10).confidence, 0);
}

TEST(FindShowThrough, TakesPicturesOfTheOtherSideOutOfTheShade) {
    GrayImage shade = blank_image(200, 300);
    fill(shade, {20, 20, 60, 60}, 120);    // a photograph
    fill(shade, {80, 20, 20, 60}, 225);    // its sky
    fill(shade, {20, 180, 100, 80}, 225);  // one that shines through
    const GrayImage left = shade_without_show_through(shade, 35, 8);
    EXPECT_EQ(mean_tone(left, {20, 20, 60, 60}), 120);
    EXPECT_EQ(mean_tone(left, {80, 20, 20, 60}), 225);
    EXPECT_EQ(mean_tone(left, {20, 180, 100, 80}), 255);
}

}  // namespace
}  // namespace banwen
