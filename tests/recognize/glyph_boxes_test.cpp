#include "recognize/glyph_boxes.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kSize = 40;  // px of a character

GrayImage no_ink(int characters) {
    return blank_image(characters * kSize, kSize, 0);
}

void fill(GrayImage& ink, const Box& box) {
    for (int y = box.top; y < box.top + box.height; ++y)
        for (int x = box.left; x < box.left + box.width; ++x)
            ink.at(x, y) = 255;
}

Glyph glyph(const std::string& text, int left, int width) {
    return {.box = {left, 0, width, kSize}, .readings = {{text, 0.9}}};
}

TEST(FitBoxes, DrawsEachRoughBoxToTheInkOfItsCharacter) {
    GrayImage ink = no_ink(3);
    const std::vector<Box> printed = {{2, 3, 35, 34}, {43, 5, 34, 30}, {82, 2, 36, 36}};
    for (const Box& box : printed)
        fill(ink, box);
    const std::vector<Glyph> fitted =
        fit_boxes({glyph("国", 0, 46), glyph("日", 46, 30), glyph("田", 76, 44)}, ink, kSize);
    ASSERT_EQ(fitted.size(), printed.size());
    for (std::size_t i = 0; i < printed.size(); ++i)
        EXPECT_EQ(fitted[i].box, printed[i]) << i;
}

TEST(FitBoxes, TakesThePartsOfACharacterTogether) {
    GrayImage ink = no_ink(2);
    fill(ink, {3, 4, 12, 32});
    fill(ink, {21, 4, 15, 32});
    fill(ink, {44, 4, 32, 32});
    const std::vector<Glyph> fitted = fit_boxes({glyph("川", 0, 40), glyph("口", 40, 40)}, ink, kSize);
    ASSERT_EQ(fitted.size(), 2U);
    EXPECT_EQ(fitted[0].box, (Box{3, 4, 33, 32}));
    EXPECT_EQ(fitted[1].box, (Box{44, 4, 32, 32}));
}

TEST(FitBoxes, LeavesOutAMarkForWhichNoInkIsLeft) {
    GrayImage ink = no_ink(4);
    std::vector<Glyph> read;
    for (const int left : {0, 40, 80}) {
        fill(ink, {left + 3, 3, 34, 34});
        read.push_back(glyph("国", left, 40));
    }
    read.push_back(glyph("。", 120, 40));
    EXPECT_EQ(fit_boxes(read, ink, kSize).size(), 3U);
}

TEST(FitBoxes, KeepsACharacterForWhichNoInkIsLeft) {
    const std::vector<Glyph> fitted = fit_boxes({glyph("国", 2, 30)}, no_ink(1), kSize);
    ASSERT_EQ(fitted.size(), 1U);
    EXPECT_EQ(fitted[0].box, (Box{2, 0, 30, kSize}));
}

TEST(FitBoxes, LeavesOutADoubtfulQuotationMarkThatIsASpeck) {
    GrayImage ink = no_ink(3);
    fill(ink, {3, 3, 34, 34});
    fill(ink, {60, 8, 5, 4});
    fill(ink, {83, 3, 34, 34});
    Glyph quote = glyph("“", 55, 20);
    quote.readings.front().confidence = 0.5;
    EXPECT_EQ(fit_boxes({glyph("国", 0, 40), quote, glyph("田", 80, 40)}, ink, kSize).size(), 2U);
    fill(ink, {56, 6, 16, 12});
    EXPECT_EQ(fit_boxes({glyph("国", 0, 40), quote, glyph("田", 80, 40)}, ink, kSize).size(), 3U);
}

TEST(FitBoxes, GivesAQuotationMarkNoInkThatStandsOnTheBaseLine) {
    GrayImage ink = no_ink(4);
    fill(ink, {3, 3, 34, 34});
    fill(ink, {90, 6, 5, 30});  // a figure's stem
    fill(ink, {95, 33, 4, 3});  // … and its foot
    fill(ink, {123, 3, 34, 34});
    const std::vector<Glyph> fitted = fit_boxes(
        {glyph("国", 0, 40), glyph("“", 60, 20), glyph("1", 86, 16), glyph("田", 120, 40)}, ink, kSize);
    ASSERT_EQ(fitted.size(), 3U);
    EXPECT_EQ(fitted[1].readings.front().text, "1");
    EXPECT_EQ(fitted[1].box, (Box{90, 6, 9, 30}));
}

}  // namespace
}  // namespace banwen
