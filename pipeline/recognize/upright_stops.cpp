// A comma hangs so close under its character that no row of white parts the two; it is known by the white
// under it, to the end of its cell, where a stroke of a character has more of the character.
//
// What this cannot do: stops set half their width before the next mark.
#include "recognize/upright_stops.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace banwen {
namespace {

constexpr double kLargest = 0.42;     // em: no comma or full stop is wider or taller
constexpr double kLargestDot = 0.15;  // em: dots of colons are smaller
constexpr double kRight = 0.6;        // of the line's width: the mark's middle stands further right
constexpr double kTwins = 0.75;       // em: from the middle of one to that of the other
constexpr double kWhiteBelow = 0.32;  // em

// No other ink stands in the rows of the box.
bool is_alone_in_rows(const cv::Mat& ink, const Box& box) {
    const cv::Mat own = ink(cv::Rect(box.left, box.top, box.width, box.height));
    return cv::countNonZero(ink.rowRange(box.top, box.bottom())) == cv::countNonZero(own);
}

// Colons and semicolons are two marks, one above the other.
bool has_twin(const Box& mark, const std::vector<Box>& marks, const cv::Mat& ink, double type_size) {
    return std::any_of(marks.begin(), marks.end(), [&](const Box& other) {
        const double between = std::abs(mark.center().y - other.center().y);
        return between > 0 && between < kTwins * type_size &&
               std::abs(mark.center().x - other.center().x) < mark.width && is_alone_in_rows(ink, other);
    });
}

// Nothing but the mark stands in its lower half's rows and in those below, to the end of its cell.
bool has_white_below(const cv::Mat& ink, const Box& mark, double type_size) {
    const int middle = mark.top + mark.height / 2;
    const int end = std::min(ink.rows, mark.bottom() + static_cast<int>(kWhiteBelow * type_size));
    const cv::Mat below = ink.rowRange(middle, end);
    const cv::Mat own = ink(cv::Rect(mark.left, middle, mark.width, mark.bottom() - middle));
    return cv::countNonZero(below) == cv::countNonZero(own);
}

}  // namespace

bool is_small_mark(const Box& ink, double type_size) {
    const bool is_dot = std::max(ink.width, ink.height) < type_size * kLargestDot;
    return !is_dot && ink.width < type_size * kLargest && ink.height < type_size * kLargest;
}

bool is_upright_stop(const Box& ink, int line_width, double type_size) {
    return is_small_mark(ink, type_size) && ink.center().x > line_width * kRight;
}

std::vector<Box> find_upright_stops(const cv::Mat& ink, double type_size) {
    cv::Mat labels, stats, middles;
    const int count = cv::connectedComponentsWithStats(ink, labels, stats, middles);
    std::vector<Box> marks;
    for (int label = 1; label < count; ++label) {
        const Box box{stats.at<int>(label, cv::CC_STAT_LEFT), stats.at<int>(label, cv::CC_STAT_TOP),
                      stats.at<int>(label, cv::CC_STAT_WIDTH), stats.at<int>(label, cv::CC_STAT_HEIGHT)};
        const bool alone = cv::countNonZero(ink(cv::Rect(box.left, box.top, box.width, box.height))) ==
                           stats.at<int>(label, cv::CC_STAT_AREA);
        if (alone && std::max(box.width, box.height) < kLargest * type_size) marks.push_back(box);
    }
    std::vector<Box> stops;
    for (const Box& mark : marks)
        if (is_upright_stop(mark, ink.cols, type_size) && has_white_below(ink, mark, type_size) &&
            !has_twin(mark, marks, ink, type_size))
            stops.push_back(mark);
    std::sort(stops.begin(), stops.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    return stops;
}

}  // namespace banwen
