#include "recognize/line_image.h"

#include <algorithm>
#include <cstdint>

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 40;
constexpr LineBox kLine{.box = {40, 40, 10 * kEm, kEm}, .type_size = kEm};

void fill(CleanPage& page, const Box& box) {
    for (int y = box.top; y < box.bottom(); ++y)
        for (int x = box.left; x < box.right(); ++x) {
            page.gray.at(x, y) = 0;
            page.ink.at(x, y) = 255;
        }
}

CleanPage white_page() {
    CleanPage page{.gray = blank_image(480, 120), .ink = blank_image(480, 120)};
    std::fill(page.gray.pixels.begin(), page.gray.pixels.end(), std::uint8_t{255});
    std::fill(page.ink.pixels.begin(), page.ink.pixels.end(), std::uint8_t{0});
    return page;
}

// Ten characters of two strokes, the last one a full point of 6 × 6 px.
CleanPage printed_page() {
    CleanPage page = white_page();
    for (int i = 0; i < 9; ++i) {
        fill(page, {40 + i * kEm, 40, 4, kEm});
        fill(page, {60 + i * kEm, 40, 4, kEm});
    }
    fill(page, {40 + 9 * kEm, 74, 6, 6});
    return page;
}

// `count` pieces of 2 × 2 px, each alone between two strokes.
CleanPage peppered_page(int count) {
    CleanPage page = printed_page();
    for (int i = 0; i < count; ++i)
        fill(page, {48 + (i % 9) * kEm, 44 + i / 9 * 5, 2, 2});
    return page;
}

int ink_in(const GrayImage& ink) {
    return static_cast<int>(std::count(ink.pixels.begin(), ink.pixels.end(), std::uint8_t{255}));
}

int ink_of_line(const CleanPage& page) {
    return ink_in(cut_line(page, kLine, WritingMode::horizontal, {}).ink);
}

TEST(CutLine, ErasesTheSpecksOfADirtyLineAndKeepsItsPoints) {
    EXPECT_EQ(ink_of_line(peppered_page(9)), ink_of_line(printed_page()));
}

TEST(CutLine, KeepsTheOneSpeckOfACleanLine) {
    EXPECT_EQ(ink_of_line(peppered_page(1)), ink_of_line(printed_page()) + 4);
}

TEST(CutLine, KeepsTheDotsOfAScreenedGround) {
    EXPECT_EQ(ink_of_line(peppered_page(54)), ink_of_line(printed_page()) + 54 * 4);
}

TEST(CutLine, GivesNothingForALineWithoutInk) {
    const CutLine cut = cut_line(white_page(), kLine, WritingMode::horizontal, {});
    EXPECT_TRUE(cut.gray.empty());
    EXPECT_TRUE(look_at(cut, {}).gray.empty());
}

TEST(LookAt, ScalesTheStripToTheHeightThatWasAsked) {
    const CutLine cut = cut_line(printed_page(), kLine, WritingMode::horizontal, {});
    const LineImage image = look_at(cut, {.height = 30});
    EXPECT_EQ(image.gray.height, 30);
    EXPECT_DOUBLE_EQ(image.type_size, kEm * scale_of(cut, {.height = 30}));
}

TEST(LookAt, LeavesNoEdgeAsSharpAsOnThePage) {
    const CutLine cut = cut_line(printed_page(), kLine, WritingMode::horizontal, {});
    const GrayImage image = look_at(cut, {.height = cut.gray.height}).gray;
    for (int x = 1; x < image.width; ++x)
        EXPECT_LT(std::abs(image.at(x, image.height / 2) - image.at(x - 1, image.height / 2)), 200);
}

}  // namespace
}  // namespace banwen
