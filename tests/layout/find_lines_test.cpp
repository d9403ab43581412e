#include "layout/find_lines.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "layout/components.h"
#include "layout/find_gutters.h"

namespace banwen {
namespace {

constexpr int kEm = 30;
constexpr int kPitch = 42;
constexpr int kMeasure = 12 * kEm;
constexpr int kRows = 16;

// Rows of squares, as a mask of type.
void set_column(cv::Mat& text, int left) {
    for (int row = 0; row < kRows; ++row)
        for (int x = 0; x < kMeasure; x += kEm)
            text(cv::Rect(left + x, 100 + row * kPitch, kEm - 4, kEm)).setTo(255);
}

cv::Mat two_columns(int gap) {
    cv::Mat text = cv::Mat::zeros(1000, 1200, CV_8U);
    set_column(text, 100);
    set_column(text, 100 + kMeasure + gap);
    return text;
}

long wide_lines(const cv::Mat& text) {
    const std::vector<LineBox> lines = find_lines(text, find_gutters(text, {}, {}, kEm, {}), kEm);
    return std::count_if(lines.begin(), lines.end(),
                         [](const LineBox& line) { return line.box.width > kMeasure + kEm; });
}

cv::Mat dotted_down(cv::Mat text, int left, int size) {
    for (int y = 110; y < 100 + kRows * kPitch; y += 3 * kEm)
        text(cv::Rect(left, y, size, size)).setTo(255);
    return text;
}

TEST(FindGutters, RunPastSpecksThatAreTooSmallForType) {
    const int gap = kEm;
    const int left = 100 + kMeasure + gap / 2 - 2;
    EXPECT_EQ(wide_lines(two_columns(gap)), 0);
    EXPECT_EQ(wide_lines(dotted_down(two_columns(gap), left, 5)), 0);
    EXPECT_EQ(wide_lines(dotted_down(two_columns(gap), left, 11)), 0) << "nor do marks, over so many lines";
    EXPECT_GT(wide_lines(dotted_down(two_columns(gap), left, 14)), 0) << "marks as large as type are type";
}

TEST(FindGutters, RunDownABrokenRuleWhoseDashesNoLetterTouches) {
    const int gap = kEm, left = 100 + kMeasure + gap / 2 - 4;
    const auto dashed = [&](int thick) {
        cv::Mat text = two_columns(gap);
        for (int y = 105; y < 100 + kRows * kPitch; y += 2 * kEm)
            text(cv::Rect(left, y, thick, kEm + y % 7)).setTo(255);
        return text;
    };
    EXPECT_EQ(wide_lines(dashed(4)), 0);
    EXPECT_GT(wide_lines(dashed(12)), 0) << "as thick as type, they are type";
}

TEST(FindGutters, RunOnBesideAShortLineAboveAnIndentedOne) {
    cv::Mat text = two_columns(kEm);
    const int foot = 100 + (kRows - 1) * kPitch;
    text(cv::Rect(100 + kEm, foot - kPitch, kMeasure - kEm, kEm)).setTo(0);
    text(cv::Rect(100, foot, 2 * kEm, kEm)).setTo(0);
    EXPECT_EQ(wide_lines(text), 0);
}

TEST(FindLines, PartsColumnsThatHangTogetherInOnePlace) {
    cv::Mat text = two_columns(3 * kEm);
    text(cv::Rect(130, 100, 6, kRows * kPitch)).setTo(255);  // a scratch down the first column
    text(cv::Rect(100, 100 + 5 * kPitch + 10, kMeasure + 4 * kEm, 6)).setTo(255);  // a stain across both
    const std::vector<LineBox> lines = find_lines(text, cv::Mat::zeros(text.size(), CV_8U), kEm);
    EXPECT_EQ(lines.size(), static_cast<std::size_t>(2 * kRows - 1));
    const auto wide = std::count_if(lines.begin(), lines.end(),
                                    [](const LineBox& line) { return line.box.width > kMeasure + kEm; });
    EXPECT_EQ(wide, 1) << "only the row with the stain";
}

TEST(FindLines, LeavesOutScratchesAndRowsOfSpecks) {
    cv::Mat text = cv::Mat::zeros(1000, 1200, CV_8U);
    set_column(text, 100);
    const cv::Mat none = cv::Mat::zeros(text.size(), CV_8U);
    text(cv::Rect(900, 200, 4, 5 * kEm)).setTo(255);
    text(cv::Rect(906, 200 + 5 * kEm, 4, 5 * kEm)).setTo(255);
    for (int i = 0; i < 20; ++i)
        text(cv::Rect(700 + 15 * i, 900 + 11 * (i % 2), 9, 9)).setTo(255);
    EXPECT_EQ(find_lines(text, none, kEm).size(), static_cast<std::size_t>(kRows));
    text(cv::Rect(700, 800, 16, 16)).setTo(255);
    EXPECT_EQ(find_lines(text, none, kEm).size(), static_cast<std::size_t>(kRows) + 1) << "a small letter";
}

TEST(FindLines, LeavesOutDirtThatClotsHereAndThere) {
    cv::Mat text = cv::Mat::zeros(1000, 1200, CV_8U);
    set_column(text, 100);
    for (int x = 0; x < 8 * kEm; x += 9)
        text(cv::Rect(100 + x, 850 + x % 23, 5, 5)).setTo(255);
    const long clean = wide_lines(text);
    const std::size_t before = find_lines(text, find_gutters(text, {}, {}, kEm, {}), kEm).size();
    text(cv::Rect(200, 853, 14, 14)).setTo(255);
    EXPECT_EQ(find_lines(text, find_gutters(text, {}, {}, kEm, {}), kEm).size(), before);
    EXPECT_EQ(clean, 0);
    EXPECT_EQ(before, static_cast<std::size_t>(kRows));
}

TEST(FindLines, KeepsAWordThatStandsApartInsideItsLine) {
    cv::Mat text = cv::Mat::zeros(1000, 1200, CV_8U);
    set_column(text, 100);
    const cv::Rect middle(100 + 3 * kEm, 100 + 5 * kPitch, 6 * kEm, kEm);
    text(middle).setTo(0);
    text(cv::Rect(middle.x - 6, middle.y + kEm - 4, middle.width + 12, 4)).setTo(255);  // filled in by hand
    text(cv::Rect(middle.x + 5 * kEm / 2, middle.y, kEm, 22)).setTo(255);
    EXPECT_EQ(find_lines(text, cv::Mat::zeros(text.size(), CV_8U), kEm).size(),
              static_cast<std::size_t>(kRows));
}

TEST(FindLines, KeepsTouchingLinesWholeAtTheGapsInsideThem) {
    cv::Mat text = cv::Mat::zeros(1000, 1200, CV_8U);
    set_column(text, 100);
    text(cv::Rect(130, 100, 6, kRows * kPitch)).setTo(255);
    text(cv::Rect(100 + 5 * kEm, 100 + 3 * kPitch, 2 * kEm, kEm)).setTo(0);
    EXPECT_EQ(find_lines(text, cv::Mat::zeros(text.size(), CV_8U), kEm).size(),
              static_cast<std::size_t>(kRows));
}

}  // namespace
}  // namespace banwen
