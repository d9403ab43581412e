#include "layout/join_gutters.h"

#include <gtest/gtest.h>

#include "layout/components.h"
#include "layout/find_worn_rules.h"

namespace banwen {
namespace {

constexpr int kEm = 30;

struct BrokenGutter {
    cv::Mat text = cv::Mat::zeros(900, 800, CV_8U);
    cv::Mat gutters = cv::Mat::zeros(900, 800, CV_8U);

    // A strip of white between two columns; from row 300 to row 600 nobody has found it.
    BrokenGutter() {
        for (int y = 20; y < 880; y += 42) {
            text(cv::Rect(50, y, 330, kEm)).setTo(255);
            text(cv::Rect(400, y, 330, kEm)).setTo(255);
        }
        gutters(cv::Rect(380, 0, 20, 300)).setTo(255);
        gutters(cv::Rect(380, 600, 20, 300)).setTo(255);
    }

    bool goes_on(const std::vector<Box>& blocked = {}) const {
        const cv::Mat joined = join_gutters(gutters, text, blocked, kEm);
        return ink_share(joined, {390, 300, 1, 300}) > 0.99;
    }
};

TEST(JoinGutters, GoOnWhereTheLinesBetweenLeaveWhite) {
    EXPECT_TRUE(BrokenGutter().goes_on());
}

TEST(JoinGutters, GoOnPastALineThatTouchesItsNeighbour) {
    BrokenGutter page;
    page.text(cv::Rect(380, 440, 20, kEm)).setTo(255);
    EXPECT_TRUE(page.goes_on());
}

TEST(JoinGutters, GoOnThroughOneLineThatRunsAcrossAlone) {
    BrokenGutter page;
    page.gutters(cv::Rect(380, 300, 20, 138)).setTo(255);
    page.gutters(cv::Rect(380, 472, 20, 128)).setTo(255);
    page.text(cv::Rect(380, 440, 20, kEm)).setTo(255);
    EXPECT_TRUE(page.goes_on());
}

TEST(JoinGutters, EndWhereLinesRunAcross) {
    BrokenGutter page;
    for (int y = 314; y < 600; y += 42)
        page.text(cv::Rect(380, y, 20, kEm)).setTo(255);
    EXPECT_FALSE(page.goes_on());
}

TEST(JoinGutters, EndAtAHeadline) {
    EXPECT_FALSE(BrokenGutter().goes_on({{100, 400, 600, 80}}));
}

cv::Mat dashes(int count, int height, int step) {
    cv::Mat text = cv::Mat::zeros(900, 200, CV_8U);
    for (int k = 0; k < count; ++k)
        text(cv::Rect(100, 20 + k * step, 5, height)).setTo(255);
    return text;
}

TEST(FindWornRules, FollowsDashes) {
    EXPECT_FALSE(find_worn_rules(dashes(8, 60, 90), {}, kEm).empty());
}

TEST(FindWornRules, LeavesBracketsUnderEachOther) {
    EXPECT_TRUE(find_worn_rules(dashes(16, 28, 42), {}, kEm).empty());
}

TEST(FindWornRules, LeavesAFewStrokes) {
    EXPECT_TRUE(find_worn_rules(dashes(2, 60, 90), {}, kEm).empty());
    EXPECT_TRUE(find_worn_rules(cv::Mat::zeros(900, 200, CV_8U), {}, kEm).empty());
}

}  // namespace
}  // namespace banwen
