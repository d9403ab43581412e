#include "clean/remove_specks.h"

#include <gtest/gtest.h>

#include "clean/drawn_page.h"
#include "clean/find_marks.h"

namespace banwen {
namespace {

PagePixels page_of(const GrayImage& gray) {
    return {gray, dark_pixels(gray)};
}

TEST(RemoveSpecks, TakesPepperAwayAndKeepsType) {
    const GrayImage page = draw_page({.type_size = 36});
    const PagePixels clean = page_of(page);
    const PagePixels cleaned = remove_specks(page_of(peppered(page, 2500, 2, 8)), 36);
    // Of 2,500 specks those go that neither touch a stroke nor lie between strokes.
    EXPECT_LT(find_marks(cleaned.ink).size(), find_marks(clean.ink).size() + 600);
    for (std::size_t i = 0; i < clean.ink.pixels.size(); ++i)
        ASSERT_GE(cleaned.ink.pixels[i], clean.ink.pixels[i]) << "ink of type is gone at " << i;
}

TEST(RemoveSpecks, TakesThemFromTheGreyPageToo) {
    GrayImage page = peppered(draw_page({.type_size = 36}), 2500, 2, 8);
    fill(page, {0, 0, 20, 20}, 255);
    fill(page, {10, 10, 2, 2}, 0);
    EXPECT_EQ(mean_tone(remove_specks(page_of(page), 36).gray, {0, 0, 20, 20}), 255);
}

TEST(RemoveSpecks, LeavesACleanPageAsItIs) {
    GrayImage page = draw_page({.type_size = 36});
    fill(page, {10, 10, 2, 2}, 0);
    EXPECT_EQ(remove_specks(page_of(page), 36).gray.pixels, page.pixels);
}

TEST(RemoveSpecks, KeepsSmallStopsOnAPepperyPage) {
    GrayImage page = peppered(draw_page({.type_size = 36}), 2500, 2, 8);
    fill(page, {0, 0, 60, 60}, 255);
    fill(page, {30, 30, 5, 5}, 0);  // as small as a centred dot, and alone
    EXPECT_EQ(mean_tone(remove_specks(page_of(page), 36).ink, {30, 30, 5, 5}), 255);
}

TEST(RemoveSpecks, LeavesSmallPrintAsItIs) {
    const GrayImage page = peppered(draw_page({.type_size = 10}), 500, 2, 8);
    EXPECT_EQ(remove_specks(page_of(page), 10).ink.pixels, dark_pixels(page).pixels);
}

TEST(RemoveSpecks, LeavesAPageWithoutTypeAsItIs) {
    const GrayImage noise = draw_noise(200, 300, 1);
    EXPECT_EQ(remove_specks(page_of(noise), 0).gray.pixels, noise.pixels);
    EXPECT_TRUE(remove_specks({}, 20).gray.empty());
}

}  // namespace
}  // namespace banwen
