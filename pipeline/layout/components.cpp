#include "layout/components.h"

#include <opencv2/imgproc.hpp>

namespace banwen {

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

}  // namespace banwen
