#include "layout/find_upright_text.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr int kEm = 30;

// Rows that almost touch, parted from top to bottom by white two fifths of a character wide.
cv::Mat parted_text(int stretch) {
    cv::Mat text = cv::Mat::zeros(900, 900, CV_8U);
    for (int y = 100; y < 780; y += kEm)
        for (int x = 100; x < 780; x += stretch + 12)
            text(cv::Rect(x, y, stretch, kEm - 2)).setTo(255);
    return text;
}

TEST(FindUprightAreas, WantsLinesOfOneCharactersWidth) {
    EXPECT_EQ(find_upright_areas(parted_text(kEm - 2), {}, kEm).size(), 1U);
    EXPECT_TRUE(find_upright_areas(parted_text(kEm * 7 / 5), {}, kEm).empty()) << "words of text set across";
}

// Spaced characters whose rows are farther apart than they; the right column half a row lower.
TEST(FindUprightAreas, LeavesSpacedTextInTwoColumnsAcross) {
    cv::Mat text = cv::Mat::zeros(1100, 1500, CV_8U);
    for (int row = 0; row < 20; ++row)
        for (int i = 0; i < 36; ++i)
            text(cv::Rect(100 + 34 * i, 100 + 45 * row + (i < 18 ? 0 : 22), 24, 30)).setTo(255);
    EXPECT_TRUE(find_upright_areas(text, {}, kEm).empty());
}

}  // namespace
}  // namespace banwen
