#include "layout/leave_tint.h"

#include <gtest/gtest.h>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kEm = 40;

cv::Mat blank() {
    return cv::Mat::zeros(800, 1000, CV_8U);
}

// Dots of 3 px over the box, at one pitch both ways.
void screen(cv::Mat& mask, const cv::Rect& box, int pitch) {
    for (int y = box.y; y < box.br().y; y += pitch)
        for (int x = box.x; x < box.br().x; x += pitch)
            mask(cv::Rect(x, y, 3, 3)).setTo(255);
}

TEST(LeaveTint, TakesTheDotsOfAScreenAndLeavesTheTypeOnIt) {
    cv::Mat mask = blank();
    screen(mask, {100, 100, 600, 300}, 5);
    mask(cv::Rect(200, 200, 120, 30)).setTo(255);
    mask(cv::Rect(330, 222, 9, 9)).setTo(255);  // a full stop
    const std::vector<Component> left = find_components(leave_tint(mask, kEm));
    ASSERT_EQ(left.size(), 2U);
    for (const Component& piece : left)
        EXPECT_GE(piece.box.width, 9);
}

TEST(LeaveTint, LeavesFewDotsAlone) {
    cv::Mat mask = blank();
    screen(mask, {100, 100, 600, 300}, 24);  // pepper, however thick
    screen(mask, {100, 600, 600, 5}, 9);     // a dotted line
    EXPECT_EQ(cv::countNonZero(leave_tint(mask.clone(), kEm) != mask), 0);
    EXPECT_EQ(cv::countNonZero(leave_tint(blank(), kEm)), 0);
}

}  // namespace
}  // namespace banwen
