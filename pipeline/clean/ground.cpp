#include "clean/ground.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "clean/mat_view.h"

namespace banwen {
namespace {

constexpr double kClosingInType = 1.5;  // wider than any stroke of a headline in common sizes

// The page at a scale where a character is about eight pixels: enough to see the gaps between lines.
cv::Mat reduced(const cv::Mat& gray, double type_size) {
    const double step = std::max(1.0, type_size / 8);
    cv::Mat small;
    const cv::Size size(std::max(1, cvRound(gray.cols / step)), std::max(1, cvRound(gray.rows / step)));
    cv::resize(gray, small, size, 0, 0, cv::INTER_AREA);
    return small;
}

cv::Mat close_over_strokes(const cv::Mat& small, double type_in_small) {
    const int side = 2 * std::max(1, cvRound(type_in_small * kClosingInType / 2)) + 1;
    cv::Mat background;
    cv::morphologyEx(small, background, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {side, side}), {-1, -1}, 1,
                     cv::BORDER_REPLICATE);
    cv::blur(background, background, {3, 3}, {-1, -1}, cv::BORDER_REPLICATE);
    return background;
}

}  // namespace

cv::Mat ground_of(const GrayImage& gray, double type_size) {
    if (gray.empty()) return {};
    const cv::Mat small = reduced(view(gray), type_size);
    return close_over_strokes(small, type_size * small.cols / gray.width);
}

}  // namespace banwen
