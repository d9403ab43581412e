#include "clean/find_paper.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

constexpr int kWidth = 900;
constexpr int kHeight = 1200;

// A curved edge on the left, as of a bound sheet.
int curve(int y) {
    return 40 + static_cast<int>(std::lround(14 * std::sin(y / 400.0)));
}

GrayImage with_dark_left(GrayImage page, int tone) {
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < curve(y); ++x)
            page.at(x, y) = static_cast<std::uint8_t>(tone);
    }
    return page;
}

int unsure_sides(const Paper& paper) {
    int count = 0;
    for (const PaperSide* side : {&paper.left, &paper.right, &paper.top, &paper.bottom})
        count += side->confidence < 0.5 ? 1 : 0;
    return count;
}

TEST(FindPaper, FollowsACurvedEdge) {
    for (const int tone : {0, 130}) {
        const Paper paper = find_paper(with_dark_left(draw_page({}), tone));
        ASSERT_EQ(paper.left.depth.size(), static_cast<std::size_t>(kHeight));
        EXPECT_GT(paper.left.confidence, 0.9);
        for (int y = 0; y < kHeight; y += 50)
            EXPECT_NEAR(paper.left.depth[static_cast<std::size_t>(y)], curve(y), 8) << y;
        EXPECT_EQ(unsure_sides(paper), 3);
    }
}

TEST(FindPaper, FindsADarkFrameAllAroundInSpiteOfAScratch) {
    GrayImage page = draw_page({});
    const Box sides[] = {{0, 0, kWidth, 30},
                         {0, kHeight - 25, kWidth, 25},
                         {0, 0, 20, kHeight},
                         {kWidth - 35, 0, 35, kHeight}};
    for (const Box& side : sides)
        fill(page, side, 10);
    fill(page, {kWidth - 20, 0, 4, kHeight}, 240);
    const Paper paper = find_paper(page);
    EXPECT_EQ(unsure_sides(paper), 0);
    EXPECT_NEAR(paper.top.depth[450], 30, 6);
    EXPECT_NEAR(paper.bottom.depth[450], 25, 6);
    EXPECT_NEAR(paper.left.depth[600], 20, 6);
    EXPECT_NEAR(paper.right.depth[600], 35, 6);
}

TEST(FindPaper, LeavesAPageWithoutSurroundAlone) {
    EXPECT_EQ(unsure_sides(find_paper(draw_page({}))), 4);
    EXPECT_EQ(unsure_sides(find_paper(blank_image(kWidth, kHeight))), 4);
    EXPECT_EQ(unsure_sides(find_paper(blank_image(kWidth, kHeight, 0))), 4);
    EXPECT_EQ(unsure_sides(find_paper(draw_noise(kWidth, kHeight, 5))), 4);
    EXPECT_EQ(unsure_sides(find_paper({})), 4);
}

TEST(FindPaper, KeepsAPhotographThatRunsOffThePage) {
    GrayImage page = draw_page({});
    fill(page, {0, 300, 80, 400}, 60);
    EXPECT_EQ(unsure_sides(find_paper(page)), 4);
    fill(page, {0, 200, 80, 800}, 60);
    EXPECT_EQ(unsure_sides(find_paper(page)), 4);
}

TEST(FindPaper, FollowsTheEdgeOfASheetThatLiesAskewOutOfTheScan) {
    GrayImage page = draw_page({});
    const auto edge = [](int y) { return std::max(0, 36 - y / 22); };
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < edge(y); ++x)
            page.at(x, y) = 10;
    const Paper paper = find_paper(page);
    EXPECT_GT(paper.left.confidence, 0.9);
    for (int y = 0; y < kHeight; y += 50)
        EXPECT_NEAR(paper.left.depth[static_cast<std::size_t>(y)], edge(y), 8) << y;
}

TEST(FindPaper, KeepsADarkMarginThatHoldsType) {
    GrayImage page = blank_image(kWidth, kHeight);
    const GrayImage type = draw_page({.width = kWidth, .height = kHeight});
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const int from = x + 60 < kWidth ? type.at(x + 60, y) : 255;
            page.at(x, y) = static_cast<std::uint8_t>(x < 110 ? from * 6 / 10 : from);
        }
    }
    EXPECT_LT(find_paper(page).left.confidence, 0.5);
}

TEST(WithoutSurround, PaintsItInTheTonePaperHas) {
    GrayImage page = draw_page({});
    for (std::uint8_t& pixel : page.pixels)
        pixel = static_cast<std::uint8_t>(pixel * 200 / 255);
    const GrayImage dark = with_dark_left(page, 0);
    const GrayImage bare = without_surround(dark, find_paper(dark));
    EXPECT_NEAR(mean_tone(bare, {0, 0, 40, kHeight}), 200, 5);
    EXPECT_NEAR(mean_tone(bare, {80, 0, 800, kHeight}), mean_tone(dark, {80, 0, 800, kHeight}), 0.01);
    EXPECT_TRUE(without_surround({}, {}).empty());
}

}  // namespace
}  // namespace banwen
