#include "clean/turn_upright.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

#include "clean/mat_view.h"

namespace banwen {
namespace {

constexpr int kLongestSide = 32000;  // OpenCV's resampling holds coordinates in 16 bits

bool resamples(const Turn& turn) {
    return turn.skew_deg != 0 || turn.scale != 1;
}

// From the scan turned by quarters back to the scan.
PageMap quarter_turns_back(int rotation, double scan_width, double scan_height) {
    switch (rotation) {
        case 90:
            return {{0, 1, 0, -1, 0, scan_height, 0, 0, 1}};
        case 180:
            return {{-1, 0, scan_width, 0, -1, scan_height, 0, 0, 1}};
        case 270:
            return {{0, -1, scan_width, 1, 0, 0, 0, 0, 1}};
        default:
            return {};
    }
}

PageMap moved(double x, double y) {
    return {{1, 0, x, 0, 1, y, 0, 0, 1}};
}

PageMap turned_clockwise(double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    return {{std::cos(angle), -std::sin(angle), 0, std::sin(angle), std::cos(angle), 0, 0, 0, 1}};
}

GrayImage turned_by_quarters(const GrayImage& scan, int rotation) {
    if (rotation == 0) return scan;
    const bool lies = rotation != 180;
    GrayImage turned = blank_image(lies ? scan.height : scan.width, lies ? scan.width : scan.height);
    cv::Mat target = view(turned);
    const int code = rotation == 90    ? cv::ROTATE_90_CLOCKWISE
                     : rotation == 180 ? cv::ROTATE_180
                                       : cv::ROTATE_90_COUNTERCLOCKWISE;
    cv::rotate(view(scan), target, code);
    return turned;
}

}  // namespace

bool can_turn(int scan_width, int scan_height, const Turn& turn) {
    if (!resamples(turn)) return true;
    // The diagonal bounds both sides of the turned page.
    const double diagonal = std::hypot(scan_width, scan_height);
    return diagonal * std::max(1.0, turn.scale) < kLongestSide;
}

UprightFrame upright_frame(int scan_width, int scan_height, const Turn& turn) {
    const bool lies = turn.rotation == 90 || turn.rotation == 270;
    const double width = lies ? scan_height : scan_width;
    const double height = lies ? scan_width : scan_height;
    const double angle = std::abs(turn.skew_deg) * std::numbers::pi / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    // A hair is taken off first, so that an exact whole number is not rounded up.
    const auto whole = [&](double side) { return static_cast<int>(std::ceil(side * turn.scale - 1e-6)); };
    UprightFrame frame{whole(width * c + height * s), whole(width * s + height * c), {}};

    PageMap map{{1 / turn.scale, 0, 0, 0, 1 / turn.scale, 0, 0, 0, 1}};
    map = chain(map, moved(-(width * c + height * s) / 2, -(width * s + height * c) / 2));
    map = chain(map, turned_clockwise(turn.skew_deg));
    map = chain(map, moved(width / 2, height / 2));
    frame.to_scan = chain(map, quarter_turns_back(turn.rotation, scan_width, scan_height));
    return frame;
}

GrayImage turn_upright(const GrayImage& scan, const Turn& turn) {
    if (scan.empty() || !can_turn(scan.width, scan.height, turn)) return scan;
    if (!resamples(turn)) return turned_by_quarters(scan, turn.rotation);
    const UprightFrame frame = upright_frame(scan.width, scan.height, turn);
    // OpenCV counts from the middle of pixels, the frame from their edges.
    const PageMap map = chain(chain(moved(0.5, 0.5), frame.to_scan), moved(-0.5, -0.5));
    const cv::Matx23d back(map.m[0], map.m[1], map.m[2], map.m[3], map.m[4], map.m[5]);
    GrayImage upright = blank_image(frame.width, frame.height);
    cv::Mat target = view(upright);
    cv::warpAffine(view(scan), target, back, target.size(), cv::INTER_CUBIC | cv::WARP_INVERSE_MAP,
                   cv::BORDER_CONSTANT, cv::Scalar(255));
    return upright;
}

}  // namespace banwen
