#include "layout/chance_gutters.h"

#include <gtest/gtest.h>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr int kEm = 30;
constexpr int kPitch = 44;

// Lines of a column 12 characters wide; a strip of white stands over the first of them.
struct Strip {
    cv::Mat text = cv::Mat::zeros(700, 700, CV_8U);
    cv::Mat gutters = cv::Mat::zeros(700, 700, CV_8U);
    cv::Mat ruled = cv::Mat::zeros(700, 700, CV_8U);
    cv::Rect white;

    Strip(int parted, int left) : white(left, 20, 34, 80 + parted * kPitch - 14) {
        for (int line = 0; line < 12; ++line)
            text(cv::Rect(100, 100 + line * kPitch, 12 * kEm, kEm)).setTo(255);
        text(white).setTo(0);
        gutters(white).setTo(255);
    }

    bool stays() const {
        const cv::Mat rest = without_chance_gutters(gutters, text, text, ruled, kEm);
        return cv::countNonZero(rest(white)) > 0;
    }
};

TEST(ChanceGutters, GoWhereTheNextLineOfTheColumnRunsAcross) {
    EXPECT_FALSE(Strip(2, 240).stays());
}

TEST(ChanceGutters, GoWhereTheColumnWouldBeOneCharacterWide) {
    Strip strip(2, 100 + 12 * kEm - kEm - 34);
    strip.text(cv::Rect(100, 100 + 2 * kPitch, 400, 400)).setTo(0);
    EXPECT_FALSE(strip.stays());
}

TEST(ChanceGutters, StayWhereManyLinesLeaveWhite) {
    EXPECT_TRUE(Strip(8, 240).stays());
}

TEST(ChanceGutters, StayOnARule) {
    Strip strip(2, 240);
    strip.ruled(cv::Rect(255, 20, 3, 160)).setTo(255);
    EXPECT_TRUE(strip.stays());
}

TEST(ChanceGutters, StayBesideAPictureWithAShortCaption) {
    Strip strip(6, 240);
    const cv::Rect picture(274, 100, 186, 4 * kPitch - 14);
    strip.text(picture).setTo(0);
    ASSERT_FALSE(strip.stays());
    cv::Mat blocks = strip.text.clone();
    blocks(picture).setTo(255);
    const cv::Mat rest = without_chance_gutters(strip.gutters, strip.text, blocks, strip.ruled, kEm);
    EXPECT_GT(cv::countNonZero(rest(strip.white)), 0);
}

TEST(ChanceGutters, StayBetweenTwoShortColumns) {
    Strip strip(2, 240);
    strip.text.rowRange(100 + 2 * kPitch, 700).setTo(0);
    EXPECT_TRUE(strip.stays());
}

TEST(ChanceGutters, StayWhereTheNextLineIsWider) {
    Strip strip(2, 240);
    strip.text(cv::Rect(20, 100 + 2 * kPitch, 640, kEm)).setTo(255);
    EXPECT_TRUE(strip.stays());
}

}  // namespace
}  // namespace banwen
