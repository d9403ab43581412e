#include "layout/hanging_marks.h"

#include <vector>

#include <gtest/gtest.h>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr int kEm = 40;

// Two full lines of a column; `behind_first` is ink behind the first of them.
struct Column {
    cv::Mat type = cv::Mat::zeros(200, 600, CV_8UC1);
    std::vector<Region> regions;

    explicit Column(const std::vector<Box>& behind_first) {
        Region region{.box = {20, 20, 420, 140}};
        for (const int top : {20, 80}) {
            region.lines.push_back({.box = {20, top, 400, kEm}, .type_size = kEm});
            type(to_rect(region.lines.back().box)) = 255;
        }
        for (const Box& ink : behind_first)
            type(to_rect(ink)) = 255;
        regions.push_back(region);
    }

    Box first_line(WritingMode mode = WritingMode::horizontal) const {
        return with_hanging_marks(regions, type, mode, kEm)[0].lines[0].box;
    }
};

constexpr Box kLine{20, 20, 400, kEm};
constexpr Box kComma{428, 48, 8, 14};

TEST(HangingMarks, TakesTheCommaBehindAFullLine) {
    EXPECT_EQ(Column({kComma}).first_line(), (Box{20, 20, 416, 42}));
}

TEST(HangingMarks, LeavesALineWithoutOne) {
    EXPECT_EQ(Column({}).first_line(), kLine);
}

TEST(HangingMarks, LeavesASpeckAndADotOfTheUpperHalf) {
    EXPECT_EQ(Column({{428, 52, 4, 4}}).first_line(), kLine);
    EXPECT_EQ(Column({{428, 24, 8, 14}}).first_line(), kLine);
}

TEST(HangingMarks, TakesTheHighOrMiddleMarkBehindAVerticalLineTurnedToTheLeft) {
    EXPECT_EQ(Column({{432, 22, 14, 8}}).first_line(WritingMode::vertical), (Box{20, 20, 426, kEm}));
    EXPECT_EQ(Column({{446, 32, 12, 12}}).first_line(WritingMode::vertical), (Box{20, 20, 438, kEm}));
    EXPECT_EQ(Column({{432, 50, 14, 8}}).first_line(WritingMode::vertical), kLine);
}

TEST(HangingMarks, LeavesTheInkOfTheNextColumn) {
    EXPECT_EQ(Column({{428, 20, 36, kEm}}).first_line(), kLine);
    EXPECT_EQ(Column({kComma, {434, 20, 36, 24}}).first_line(), kLine);
}

TEST(HangingMarks, LeavesWhatStandsBehindAShortLine) {
    Column column({});
    column.regions[0].lines[0].box.width = 200;
    column.type = cv::Mat::zeros(200, 600, CV_8UC1);
    column.type(cv::Rect(228, 48, 8, 14)) = 255;
    EXPECT_EQ(column.first_line(), (Box{20, 20, 200, kEm}));
}

}  // namespace
}  // namespace banwen
