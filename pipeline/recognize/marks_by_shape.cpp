// A bullet is one piece of ink that fills a disc, a square, a lozenge, a triangle or a star nearly, and
// nothing else. A percent sign is two rings, one at the upper left and one at the lower right of a slash, and
// looks the same when it is turned by half; no Han character does both. Not found: signs whose rings are
// filled with ink or broken, signs that touch a digit, and hollow bullets, which characters look like (口, 〇).
#include "recognize/marks_by_shape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

namespace banwen {
namespace {

Box box_of(const cv::Mat& stats, int label) {
    return {stats.at<int>(label, cv::CC_STAT_LEFT), stats.at<int>(label, cv::CC_STAT_TOP),
            stats.at<int>(label, cv::CC_STAT_WIDTH), stats.at<int>(label, cv::CC_STAT_HEIGHT)};
}

cv::Rect rect_of(const Box& box) {
    return {box.left, box.top, box.width, box.height};
}

constexpr int kSide = 48;  // px of the square in which shapes are compared

cv::Mat in_square(const cv::Mat& shape) {
    cv::Mat square;
    cv::resize(shape, square, {kSide, kSide}, 0, 0, cv::INTER_AREA);
    return square > 127;
}

// Ink that both have over ink that either has, 0..1.
double likeness(const cv::Mat& a, const cv::Mat& b) {
    const int either = cv::countNonZero(a | b);
    return either == 0 ? 0 : cv::countNonZero(a & b) / static_cast<double>(either);
}

using Corners = std::vector<cv::Point>;

cv::Mat polygon(const Corners& corners) {
    cv::Mat shape = cv::Mat::zeros(kSide, kSide, CV_8UC1);
    cv::fillPoly(shape, std::vector<Corners>{corners}, cv::Scalar(255));
    return shape;
}

cv::Mat disc() {
    cv::Mat shape = cv::Mat::zeros(kSide, kSide, CV_8UC1);
    cv::circle(shape, {kSide / 2, kSide / 2}, kSide / 2, cv::Scalar(255), cv::FILLED);
    return shape;
}

// Five points, drawn out to the sides of the square as in_square() does it.
cv::Mat star() {
    constexpr double kInner = 0.382;
    std::vector<cv::Point2d> points;
    for (int i = 0; i < 10; ++i) {
        const double radius = i % 2 == 0 ? 1 : kInner, turn = i * std::numbers::pi / 5;
        points.emplace_back(radius * std::sin(turn), -radius * std::cos(turn));
    }
    const double half = std::sin(2 * std::numbers::pi / 5), foot = std::cos(std::numbers::pi / 5);
    Corners corners;
    for (const cv::Point2d& point : points)
        corners.emplace_back(static_cast<int>((point.x + half) / (2 * half) * (kSide - 1)),
                             static_cast<int>((point.y + 1) / (1 + foot) * (kSide - 1)));
    return polygon(corners);
}

struct Bullet {
    const char* text;
    cv::Mat shape;
};

const std::array<Bullet, 6>& bullets() {
    constexpr int kEnd = kSide - 1, kMiddle = kSide / 2;
    static const std::array<Bullet, 6> all = {{
        {"●", disc()},
        {"■", polygon({{0, 0}, {kEnd, 0}, {kEnd, kEnd}, {0, kEnd}})},
        {"◆", polygon({{kMiddle, 0}, {kEnd, kMiddle}, {kMiddle, kEnd}, {0, kMiddle}})},
        {"▲", polygon({{kMiddle, 0}, {kEnd, kEnd}, {0, kEnd}})},
        {"▼", polygon({{0, 0}, {kEnd, 0}, {kMiddle, kEnd}})},
        {"★", star()},
    }};
    return all;
}

// The text of the bullet that the piece is; "" of anything else.
std::string bullet_of(const cv::Mat& piece, double type_size) {
    constexpr double kSmallest = 0.35, kLargest = 1.05, kLopsided = 1.25, kAlike = 0.87;
    const auto [small, large] = std::minmax({piece.cols, piece.rows});
    if (small < kSmallest * type_size || large > kLargest * type_size || large > kLopsided * small) return "";
    const cv::Mat square = in_square(piece);
    double best = kAlike;
    std::string text;
    for (const Bullet& bullet : bullets())
        if (const double like = likeness(square, bullet.shape); like > best) {
            best = like;
            text = bullet.text;
        }
    return text;
}

// White areas that the ink encloses.
std::vector<Box> holes_of(const cv::Mat& shape) {
    cv::Mat framed, labels, stats, centroids;
    cv::copyMakeBorder(255 - shape, framed, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(255));
    const int count = cv::connectedComponentsWithStats(framed, labels, stats, centroids, 4);
    std::vector<Box> holes;
    for (int i = 1; i < count; ++i)
        if (labels.at<int>(0, 0) != i && stats.at<int>(i, cv::CC_STAT_AREA) * 500 > shape.rows * shape.rows)
            holes.push_back(box_of(stats, i));
    return holes;
}

bool is_percent(const cv::Mat& shape, double type_size) {
    const double width = shape.cols / type_size, height = shape.rows / type_size;
    if (width < 0.3 || width > 1.1 || height < 0.5 || height > 1.1) return false;
    std::vector<Box> holes = holes_of(shape);
    if (holes.size() != 2) return false;
    if (holes[0].left > holes[1].left) std::swap(holes[0], holes[1]);
    const Point upper = holes[0].center(), lower = holes[1].center();
    const bool placed = upper.x < 0.42 * shape.cols && upper.y < 0.45 * shape.rows &&
                        lower.x > 0.58 * shape.cols && lower.y > 0.55 * shape.rows;
    if (!placed) return false;
    constexpr double kSymmetrical = 0.45, kAsOthers = 0.1;
    const cv::Mat square = in_square(shape);
    cv::Mat turned, mirrored;
    cv::flip(square, turned, -1);
    cv::flip(square, mirrored, 1);
    const double alike = likeness(square, turned);
    return alike > kSymmetrical && alike > likeness(square, mirrored) + kAsOthers;
}

// Pieces that stand over or under each other are one character, or a part of one.
std::vector<Box> stacks_of(const cv::Mat& stats) {
    std::vector<Box> boxes;
    for (int i = 1; i < stats.rows; ++i)
        boxes.push_back(box_of(stats, i));
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    std::vector<Box> stacks;
    for (const Box& box : boxes) {
        if (!stacks.empty() && box.left < stacks.back().right())
            stacks.back() = bounding(stacks.back(), box);
        else
            stacks.push_back(box);
    }
    return stacks;
}

}  // namespace

std::vector<ShapedMark> find_marks_by_shape(const cv::Mat& ink, double type_size) {
    if (ink.empty() || type_size <= 0) return {};
    cv::Mat labels, stats, centroids;
    cv::connectedComponentsWithStats(ink, labels, stats, centroids, 8);
    std::vector<ShapedMark> marks;
    for (const Box& stack : stacks_of(stats)) {
        const cv::Mat shape = ink(rect_of(stack));
        if (std::string bullet = bullet_of(shape, type_size); !bullet.empty())
            marks.push_back({stack, std::move(bullet)});
        else if (is_percent(shape, type_size))
            marks.push_back({stack, "%"});
    }
    return marks;
}

}  // namespace banwen
