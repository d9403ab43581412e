#include "layout/find_gutters.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kTallEm = 7.5;   // a strip this tall is a gutter even when it is narrow
constexpr double kShortEm = 4.2;  // a wide one needs less
constexpr double kWideFactor = 1.7;

int px(double size) {
    return std::max(1, static_cast<int>(std::lround(size)));
}

cv::Mat opened(const cv::Mat& white, int width, int height) {
    cv::Mat strips;
    cv::morphologyEx(white, strips, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, {width, height}), {-1, -1}, 1,
                     cv::BORDER_CONSTANT, cv::Scalar(0));
    return strips;
}

}  // namespace

cv::Mat find_gutters(const cv::Mat& text, const std::vector<Box>& blocked, const std::vector<Rule>& rules,
                     double em, const LayoutOptions& options) {
    cv::Mat white = text == 0;
    for (const Box& box : blocked) {
        const Box inside = clipped(box, white);
        if (!inside.empty()) white(to_rect(inside)).setTo(0);
    }
    cv::Mat gutters = opened(white, px(options.min_gutter_em * em), px(kTallEm * em));
    gutters |= opened(white, px(options.min_gutter_em * kWideFactor * em), px(kShortEm * em));
    for (const Rule& rule : rules) {
        if (rule.horizontal()) continue;
        const Box inside = clipped(rule.box, gutters);
        if (!inside.empty()) gutters(to_rect(inside)).setTo(255);
    }
    return gutters;
}

}  // namespace banwen
