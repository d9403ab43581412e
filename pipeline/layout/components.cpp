#include "layout/components.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

namespace banwen {

namespace {

constexpr double kSpeckEm = 0.22;
constexpr double kReachEm = 0.7;
constexpr double kBorderEm = 8;

}  // namespace

std::vector<Component> find_components(const cv::Mat& mask) {
    if (mask.empty()) return {};
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centroids, 8, CV_32S);
    std::vector<Component> found;
    found.reserve(static_cast<std::size_t>(count));
    for (int i = 1; i < count; ++i) {
        const int* row = stats.ptr<int>(i);
        found.push_back(
            {{row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH], row[cv::CC_STAT_HEIGHT]},
             row[cv::CC_STAT_AREA]});
    }
    return found;
}

cv::Mat without_dust(const cv::Mat& mask, double em) {
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centroids, 8, CV_32S);
    std::vector<std::uint8_t> large(static_cast<std::size_t>(count), 0);
    for (int i = 1; i < count; ++i)
        large[static_cast<std::size_t>(i)] = std::max(stats.at<int>(i, cv::CC_STAT_WIDTH),
                                                      stats.at<int>(i, cv::CC_STAT_HEIGHT)) >= kSpeckEm * em
                                                 ? 255
                                                 : 0;
    cv::Mat type(mask.size(), CV_8U), near;
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            type.at<std::uint8_t>(y, x) = large[static_cast<std::size_t>(labels.at<int>(y, x))];
    const int reach = 2 * static_cast<int>(kReachEm * em) + 1;
    cv::dilate(type, near, cv::getStructuringElement(cv::MORPH_RECT, {reach, std::max(1, reach / 4)}));
    return mask & near;
}

cv::Mat without_border(const cv::Mat& mask, double em) {
    cv::Mat labels;
    const int count = cv::connectedComponents(mask, labels, 8, CV_32S);
    std::vector<int> contact(static_cast<std::size_t>(count), 0);
    const auto touch = [&](int x, int y) { ++contact[static_cast<std::size_t>(labels.at<int>(y, x))]; };
    for (int x = 0; x < mask.cols; ++x) {
        touch(x, 0);
        touch(x, mask.rows - 1);
    }
    for (int y = 0; y < mask.rows; ++y) {
        touch(0, y);
        touch(mask.cols - 1, y);
    }
    contact[0] = mask.cols + mask.rows;
    cv::Mat rest(mask.size(), CV_8U);
    for (int y = 0; y < mask.rows; ++y) {
        const int* label = labels.ptr<int>(y);
        std::uint8_t* out = rest.ptr<std::uint8_t>(y);
        for (int x = 0; x < mask.cols; ++x)
            out[x] = contact[static_cast<std::size_t>(label[x])] > kBorderEm * em
                         ? 0
                         : mask.at<std::uint8_t>(y, x);
    }
    return rest;
}

cv::Mat view_of(const GrayImage& image) {
    // OpenCV has no read-only view; nothing in this room writes through it.
    auto* bytes = const_cast<std::uint8_t*>(image.pixels.data());
    return image.empty() ? cv::Mat() : cv::Mat(image.height, image.width, CV_8U, bytes);
}

cv::Rect to_rect(const Box& box) {
    return {box.left, box.top, box.width, box.height};
}

Box to_box(const cv::Rect& rect) {
    return {rect.x, rect.y, rect.width, rect.height};
}

Box clipped(const Box& box, const cv::Mat& mask) {
    return intersection(box, {0, 0, mask.cols, mask.rows});
}

double ink_share(const cv::Mat& mask, const Box& box) {
    const Box inside = clipped(box, mask);
    if (inside.empty()) return 0;
    return static_cast<double>(cv::countNonZero(mask(to_rect(inside)))) / static_cast<double>(inside.area());
}

Box ink_box(const cv::Mat& mask, const Box& box) {
    const Box inside = clipped(box, mask);
    if (inside.empty()) return {};
    std::vector<cv::Point> points;
    cv::findNonZero(mask(to_rect(inside)), points);
    if (points.empty()) return {};
    const cv::Rect around = cv::boundingRect(points);
    return {inside.left + around.x, inside.top + around.y, around.width, around.height};
}

double stroke_thickness(const cv::Mat& mask, const Box& box) {
    const Box inside = clipped(box, mask);
    if (inside.empty()) return 0;
    const cv::Mat ink = mask(to_rect(inside));
    cv::Mat core;
    cv::erode(ink, core, cv::getStructuringElement(cv::MORPH_CROSS, {3, 3}));
    const int area = cv::countNonZero(ink), outline = area - cv::countNonZero(core);
    return outline == 0 ? 0 : 2.0 * area / outline;
}

}  // namespace banwen
