#include "clean/turn_upright.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "clean/mat_view.h"

namespace banwen {
namespace {

constexpr int kLongestSide = 32000;  // OpenCV's resampling holds coordinates in 16 bits
constexpr int kLattice = 16;         // px; between its points a bend is as good as straight

bool resamples(const Turn& turn) {
    return turn.skew_deg != 0 || turn.scale != 1 || !turn.bend.empty();
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

// What the frame has around the turned page, so that straightening moves nothing out of it; px.
struct Rim {
    double left = 0;
    double top = 0;
    double right = 0;
    double foot = 0;
};

Rim rim_for(const Bend& bend, double width, double height) {
    constexpr int kPlaces = 64;
    Rim rim;
    if (bend.empty()) return rim;
    for (int i = 0; i <= kPlaces; ++i) {
        const double x = width * i / kPlaces, y = height * i / kPlaces;
        rim.left = std::max(rim.left, bend.at({0, y}).x);
        rim.right = std::max(rim.right, -bend.at({width, y}).x);
        rim.top = std::max(rim.top, bend.at({x, 0}).y);
        rim.foot = std::max(rim.foot, -bend.at({x, height}).y);
    }
    return {std::ceil(rim.left), std::ceil(rim.top), std::ceil(rim.right), std::ceil(rim.foot)};
}

// Where on the scan the pixels of the frame's row at `y` lie, every kLattice of them.
std::vector<Point> places_along(const ScanMap& to_scan, int width, double y) {
    std::vector<Point> places;
    for (int x = 0; x < width + kLattice; x += kLattice)
        places.push_back(to_scan.apply(Point{x + 0.5, y}));
    return places;
}

Point between(Point a, Point b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

// Band by band, since the map of a whole page would be eight times as large as the page.
void resample_bent(const cv::Mat& scan, const ScanMap& to_scan, std::uint8_t outside, cv::Mat& upright) {
    std::vector<Point> above = places_along(to_scan, upright.cols, 0.5);
    for (int top = 0; top < upright.rows; top += kLattice) {
        const std::vector<Point> below = places_along(to_scan, upright.cols, top + kLattice + 0.5);
        cv::Mat target = upright.rowRange(top, std::min(upright.rows, top + kLattice));
        cv::Mat map(target.size(), CV_32FC2);
        for (int y = 0; y < target.rows; ++y) {
            auto* row = map.ptr<cv::Vec2f>(y);
            for (int x = 0; x < target.cols; ++x) {
                const auto cell = static_cast<std::size_t>(x / kLattice);
                const double down = static_cast<double>(y) / kLattice;
                const Point at = between(between(above[cell], below[cell], down),
                                         between(above[cell + 1], below[cell + 1], down),
                                         static_cast<double>(x % kLattice) / kLattice);
                row[x] = {static_cast<float>(at.x - 0.5), static_cast<float>(at.y - 0.5)};
            }
        }
        cv::remap(scan, target, map, {}, cv::INTER_CUBIC, cv::BORDER_CONSTANT, cv::Scalar(outside));
        above = below;
    }
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
    const double turned_width = width * c + height * s, turned_height = width * s + height * c;
    const Rim rim = rim_for(turn.bend, turned_width, turned_height);
    // A hair is taken off first, so that an exact whole number is not rounded up.
    const auto whole = [&](double side) { return static_cast<int>(std::ceil(side * turn.scale - 1e-6)); };
    UprightFrame frame{
        whole(turned_width + rim.left + rim.right), whole(turned_height + rim.top + rim.foot), {}};

    PageMap map{{1 / turn.scale, 0, 0, 0, 1 / turn.scale, 0, 0, 0, 1}};
    map = chain(map, moved(-turned_width / 2 - rim.left, -turned_height / 2 - rim.top));
    map = chain(map, turned_clockwise(turn.skew_deg));
    map = chain(map, moved(width / 2, height / 2));
    frame.to_scan.plane = chain(map, quarter_turns_back(turn.rotation, scan_width, scan_height));
    frame.to_scan.bend = scaled(turn.bend, turn.scale, {rim.left * turn.scale, rim.top * turn.scale});
    return frame;
}

Turn turn_of_copy(const Turn& turn, double factor) {
    return {.rotation = turn.rotation, .skew_deg = turn.skew_deg, .bend = scaled(turn.bend, factor, {})};
}

GrayImage turn_upright(const GrayImage& scan, const Turn& turn) {
    if (scan.empty() || !can_turn(scan.width, scan.height, turn)) return scan;
    if (!resamples(turn)) return turned_by_quarters(scan, turn.rotation);
    const UprightFrame frame = upright_frame(scan.width, scan.height, turn);
    GrayImage upright = blank_image(frame.width, frame.height);
    cv::Mat target = view(upright);
    if (!turn.bend.empty()) {
        resample_bent(view(scan), frame.to_scan, 255, target);
        return upright;
    }
    // OpenCV counts from the middle of pixels, the frame from their edges.
    const PageMap map = chain(chain(moved(0.5, 0.5), frame.to_scan.plane), moved(-0.5, -0.5));
    const cv::Matx23d back(map.m[0], map.m[1], map.m[2], map.m[3], map.m[4], map.m[5]);
    cv::warpAffine(view(scan), target, back, target.size(), cv::INTER_CUBIC | cv::WARP_INVERSE_MAP,
                   cv::BORDER_CONSTANT, cv::Scalar(255));
    return upright;
}

GrayImage straightened(const GrayImage& page, const Bend& bend, std::uint8_t outside) {
    if (page.empty() || bend.empty()) return page;
    GrayImage straight = blank_image(page.width, page.height, outside);
    cv::Mat target = view(straight);
    resample_bent(view(page), {{}, bend}, outside, target);
    return straight;
}

}  // namespace banwen
