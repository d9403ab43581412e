#include "layout/find_pictures.h"

#include <gtest/gtest.h>

#include "layout/find_layout.h"
#include "support/drawn_page.h"

namespace banwen {
namespace {

using test::DrawnPage;

constexpr int kEm = 30;
constexpr int kPitch = 42;

// Strokes so bold that the ground between them is dark.
TEST(FindPictures, TakesBoldDisplayTypeForNoPicture) {
    DrawnPage drawn(1400, 1600, kEm);
    const Box word{200, 100, 24 * kEm, 6 * kEm};
    for (int x = word.left; x < word.right(); x += 2 * kEm)
        drawn.fill({x, word.top, 3 * kEm / 2, word.height}, 0);
    for (int y = word.top + kEm; y < word.bottom(); y += 5 * kEm / 2)
        drawn.fill({word.left, y, word.width, kEm / 2}, 0);
    drawn.column(100, 500, 20, 12, kPitch);
    CleanPage page = drawn.page();
    const int reduced = page.gray.width / page.shade.width;
    for (int y = word.top / reduced; y < word.bottom() / reduced; ++y)
        for (int x = word.left / reduced; x < word.right() / reduced; ++x)
            page.shade.at(x, y) = x % 2 == 0 ? 100 : 160;
    EXPECT_TRUE(find_layout(page, {}).pictures.empty());
}

// The ground of a heading's box: a tint of one tone, darker on a third of its length, where bold type stands.
std::size_t pictures_on_tint(int height) {
    DrawnPage drawn(1400, 1500, kEm);
    drawn.column(100, 600, 20, 12, kPitch);
    CleanPage page = drawn.page();
    const int reduced = page.gray.width / page.shade.width;
    for (int y = 100 / reduced; y < (100 + height) / reduced; ++y)
        for (int x = 100 / reduced; x < 1000 / reduced; ++x)
            page.shade.at(x, y) = static_cast<std::uint8_t>(x > 400 / reduced ? 205 : 130 + 5 * (x % 9));
    return find_layout(page, {}).pictures.size();
}

TEST(FindPictures, TakesNoBoldHeadingOnATintForAPicture) {
    EXPECT_EQ(pictures_on_tint(5 * kEm), 0U);
    EXPECT_EQ(pictures_on_tint(12 * kEm), 1U) << "a photograph has level skies, too";
}

}  // namespace
}  // namespace banwen
