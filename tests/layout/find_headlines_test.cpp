#include "layout/find_headlines.h"

#include <gtest/gtest.h>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr int kEm = 30;

cv::Mat lines_of_type(int rows) {
    cv::Mat type = cv::Mat::zeros(800, 1000, CV_8U);
    for (int row = 0; row < rows; ++row)
        for (int i = 0; i < 20; ++i)
            type(cv::Rect(150 + i * kEm, 150 + row * 42, kEm - 4, kEm - 2)).setTo(255);
    return type;
}

std::size_t headlines_on(const cv::Mat& type) {
    return find_headlines(find_components(type), {}, kEm, {}).size();
}

TEST(FindHeadlines, LeavesLinesThatAScratchTiesTogetherToTheBody) {
    cv::Mat type = lines_of_type(5);
    for (int i : {2, 6, 9, 13})
        type(cv::Rect(160 + i * kEm, 155, 4, 4 * 42)).setTo(255);
    EXPECT_EQ(headlines_on(type), 0U);
}

TEST(FindHeadlines, FindsTypeOfThreeBodyLinesHeight) {
    cv::Mat type = cv::Mat::zeros(800, 1000, CV_8U);
    for (int i = 0; i < 6; ++i)
        type(cv::Rect(150 + i * 100, 150, 88, 92)).setTo(255);
    EXPECT_EQ(headlines_on(type), 1U);
}

}  // namespace
}  // namespace banwen
