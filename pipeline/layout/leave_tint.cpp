#include "layout/leave_tint.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kLargestDotEm = 0.16;
constexpr double kCrowd = 12;  // dots on the area of one character; pepper and the dots of type are fewer
constexpr double kCellEm = 0.5;
constexpr int kCells = 4;  // a crowd is counted over as many cells each way

}  // namespace

cv::Mat leave_tint(cv::Mat type, double em) {
    const double cell = kCellEm * em;
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(type, labels, stats, centroids, 8, CV_32S);
    const auto is_dot = [&](int piece) {
        const int* row = stats.ptr<int>(piece);
        return std::max(row[cv::CC_STAT_WIDTH], row[cv::CC_STAT_HEIGHT]) <= kLargestDotEm * em;
    };
    const auto place_of = [&](int piece) {
        const double* middle = centroids.ptr<double>(piece);
        return cv::Point(static_cast<int>(middle[0] / cell), static_cast<int>(middle[1] / cell));
    };
    cv::Mat dots = cv::Mat::zeros(static_cast<int>(type.rows / cell) + 1,
                                  static_cast<int>(type.cols / cell) + 1, CV_32F);
    for (int piece = 1; piece < count; ++piece)
        if (is_dot(piece)) dots.at<float>(place_of(piece)) += 1;
    cv::boxFilter(dots, dots, CV_32F, {kCells, kCells}, {-1, -1}, false);
    const double crowd = kCrowd * kCells * kCells * kCellEm * kCellEm;
    for (int piece = 1; piece < count; ++piece) {
        if (!is_dot(piece) || dots.at<float>(place_of(piece)) < crowd) continue;
        const int* row = stats.ptr<int>(piece);
        const cv::Rect box(row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH],
                           row[cv::CC_STAT_HEIGHT]);
        type(box).setTo(0, labels(box) == piece);
    }
    return type;
}

}  // namespace banwen
