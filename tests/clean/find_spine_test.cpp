#include "clean/find_spine.h"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

constexpr int kWidth = 1000;
constexpr int kHeight = 1300;
constexpr int kSpine = 180;  // from the left, at the head

// A page with its margins, beside a strip of another whose lines are cut by the scan's edge.
GrayImage two_pages() {
    GrayImage scan = blank_image(kWidth, kHeight, 230);
    const GrayImage page = draw_page({.width = 700, .height = 1200});
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x)
            scan.at(260 + x, 50 + y) = std::min<std::uint8_t>(page.at(x, y), 230);
        for (int x = 0; x < 110; ++x)
            scan.at(x, 50 + y) = std::min<std::uint8_t>(page.at(200 + x, y), 230);
    }
    return scan;
}

// Where the spine is that leans by a hundredth.
int spine_at(int y) {
    return kSpine + y / 100;
}

// A shadow from `top` to `bottom` that is darkest at the spine and has faded `reach` px beside it.
GrayImage with_shadow(GrayImage scan, int top, int bottom, int reach) {
    for (int y = top; y < bottom; ++y) {
        for (int x = -reach; x <= reach; ++x) {
            const double shade = 0.35 + 0.65 * std::abs(x) / reach;
            std::uint8_t& pixel = scan.at(spine_at(y) + x, y);
            pixel = static_cast<std::uint8_t>(pixel * shade);
        }
    }
    return scan;
}

GrayImage mirrored(const GrayImage& image) {
    GrayImage turned = image;
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            turned.at(x, y) = image.at(image.width - 1 - x, y);
    return turned;
}

bool finds_none(const GrayImage& scan) {
    const Paper found = find_spine(scan, {});
    return found.left.confidence == 0 && found.right.confidence == 0 && found.left.depth.empty();
}

TEST(FindSpine, FollowsALeaningShadowOnEitherSide) {
    const GrayImage scan = with_shadow(two_pages(), 0, kHeight, 12);
    const Paper left = find_spine(scan, {}), right = find_spine(mirrored(scan), {});
    ASSERT_EQ(left.left.depth.size(), static_cast<std::size_t>(kHeight));
    ASSERT_EQ(right.right.depth.size(), static_cast<std::size_t>(kHeight));
    EXPECT_GE(left.left.confidence, kSureSurround);
    EXPECT_EQ(left.right.confidence, 0);
    for (int y = 0; y < kHeight; y += 50) {
        EXPECT_NEAR(left.left.depth[static_cast<std::size_t>(y)], spine_at(y) + 12, 5) << y;
        EXPECT_NEAR(right.right.depth[static_cast<std::size_t>(y)], spine_at(y) + 12, 5) << y;
    }
}

TEST(FindSpine, PaintsTheOtherPageAndKeepsThisOne) {
    const GrayImage scan = with_shadow(two_pages(), 0, kHeight, 12);
    const GrayImage page = without_surround(scan, find_spine(scan, {}));
    EXPECT_NEAR(mean_tone(page, {0, 0, 190, kHeight}), 230, 3);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 260; x < kWidth; ++x)
            ASSERT_EQ(page.at(x, y), scan.at(x, y));
}

TEST(FindSpine, SeesTheSpineEndAtADarkSurround) {
    GrayImage scan = with_shadow(two_pages(), 0, kHeight, 12);
    fill(scan, {0, 0, kWidth, 30}, 10);
    const Paper surround = find_paper(scan);
    ASSERT_GE(surround.top.confidence, kSureSurround);
    const GrayImage sheet = without_surround(scan, surround);
    const Paper beyond = find_spine(sheet, surround);
    EXPECT_GE(beyond.left.confidence, kSureSurround);
    EXPECT_NEAR(mean_tone(without_surround(sheet, beyond), {0, 0, 150, 100}), 230, 3);
}

TEST(FindSpine, TakesNoRuleForASpine) {
    GrayImage sharp = two_pages();
    fill(sharp, {kSpine, 0, 8, kHeight}, 30);
    EXPECT_TRUE(finds_none(sharp)) << "to the edges of a scan that was cut";
    EXPECT_TRUE(finds_none(with_shadow(two_pages(), 60, kHeight - 60, 12))) << "inside the margins";
}

TEST(FindSpine, TakesNoCreaseThroughTypeForASpine) {
    GrayImage scan = blank_image(kWidth, kHeight, 230);
    const GrayImage page = draw_page({.width = 940, .height = 1200, .columns = 2});
    for (int y = 0; y < page.height; ++y)
        for (int x = 0; x < page.width; ++x)
            scan.at(30 + x, 50 + y) = std::min<std::uint8_t>(page.at(x, y), 230);
    EXPECT_TRUE(finds_none(with_shadow(scan, 0, kHeight, 12)));
}

TEST(FindSpine, LeavesAPageAloneThatHasNothingBeyond) {
    GrayImage scan = two_pages();
    fill(scan, {0, 0, 150, kHeight}, 230);
    EXPECT_TRUE(finds_none(with_shadow(scan, 0, kHeight, 12)));
}

TEST(FindSpine, FindsNothingOnPagesWithoutOne) {
    EXPECT_TRUE(finds_none(two_pages()));
    EXPECT_TRUE(finds_none(draw_page({})));
    EXPECT_TRUE(finds_none(blank_image(kWidth, kHeight)));
    EXPECT_TRUE(finds_none(blank_image(kWidth, kHeight, 0)));
    EXPECT_TRUE(finds_none(draw_noise(kWidth, kHeight, 5)));
    EXPECT_TRUE(finds_none(blank_image(20, 3000)));
    EXPECT_TRUE(finds_none({}));
}

}  // namespace
}  // namespace banwen
