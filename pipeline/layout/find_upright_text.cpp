// In text that is set down the characters of a line almost touch from top to bottom, and the white of the
// leading runs down between the lines; in text set across it is the other way round. So a window of several
// lines is looked at from both sides: which share of its rows, and of its columns, is bare paper? Windows
// with many bare columns and hardly a bare row stand in text set down; those that overlap make an area.
//
// Text set across has aligned gaps too, in a gutter, a table, between words; but what stands between two of
// them is not one character wide, time after time, as lines set down are.
//
// What this cannot do: areas narrower than three lines, which the windows do not see; tables, whose white
// runs both ways, are left as they are.
#include "layout/find_upright_text.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr int kCellsPerEm = 10;  // of the reduced mask
constexpr int kWindowEm = 6;
constexpr int kStepEm = 2;
constexpr double kBareDown = 0.16;                           // least share of bare columns
constexpr double kMoreThanRows = 3;                          // bare columns against bare rows
constexpr int kLines = 4;                                    // a window shows parts of at least so many lines
constexpr double kLeastLeading = 0.2, kMostLeading = 1.1;    // em
constexpr double kThinnestLine = 0.6, kThickestLine = 1.35;  // em
constexpr double kInLines = 0.6;  // least share of the type between leadings that stands in single lines
constexpr double kLeastEm = 4.5;  // an area is at least so wide and high

cv::Mat reduced(const cv::Mat& text, double scale) {
    cv::Mat small;
    cv::resize(text, small, {}, scale, scale, cv::INTER_AREA);
    return small > 40;
}

// Runs of bare rows (or columns) as wide as the white between two lines; a gutter is wider, the white between
// two characters narrower.
struct Leading {
    int runs = 0;
    double share = 0;               // of all rows (or columns)
    int type = 0, single_line = 0;  // rows between two of them, and those of stretches as thick as one line
};

Leading leading_of(const cv::Mat& mask, int along) {
    cv::Mat ink;
    cv::reduce(mask, ink, along, cv::REDUCE_MAX);
    Leading leading;
    int bare = 0, last = -1;  // where the last run ended
    const int length = static_cast<int>(ink.total());
    for (int i = 0; i <= length; ++i) {
        if (i < length && !ink.data[i]) {
            ++bare;
            continue;
        }
        if (bare >= kLeastLeading * kCellsPerEm && bare <= kMostLeading * kCellsPerEm) {
            const int stretch = last < 0 ? 0 : i - bare - last;
            leading.type += stretch;
            if (stretch >= kThinnestLine * kCellsPerEm && stretch <= kThickestLine * kCellsPerEm)
                leading.single_line += stretch;
            last = i;
            ++leading.runs;
            leading.share += bare / static_cast<double>(length);
        }
        bare = 0;
    }
    return leading;
}

double bare_share(const cv::Mat& mask, int along) {
    cv::Mat ink;
    cv::reduce(mask, ink, along, cv::REDUCE_MAX);
    return 1 - cv::countNonZero(ink) / static_cast<double>(ink.total());
}

bool is_upright(const cv::Mat& window) {
    const cv::Rect ink = cv::boundingRect(window);
    if (ink.width < 4 * kCellsPerEm || ink.height < 4.5 * kCellsPerEm) return false;
    const cv::Mat inside = window(ink);
    const Leading down = leading_of(inside, 0);
    return down.runs >= kLines - 1 && down.share > kBareDown && down.single_line >= kInLines * down.type &&
           down.share > kMoreThanRows * bare_share(inside, 1) + 0.05;
}

bool is_across(const cv::Mat& window) {
    const Leading rows = leading_of(window, 1);
    return rows.runs >= kLines - 1 && rows.share > leading_of(window, 0).share;
}

// Where two columns of text set across stand a little higher and lower, no row is bare; the windows beside
// tell.
bool holds_text_across(const cv::Mat& mask, const cv::Rect& area) {
    const int size = kWindowEm * kCellsPerEm, step = kStepEm * kCellsPerEm;
    int upright = 0, across = 0;
    for (int y = area.y; y + size <= area.br().y; y += step)
        for (int x = area.x; x + size <= area.br().x; x += step) {
            const cv::Mat window = mask(cv::Rect(x, y, size, size));
            upright += is_upright(window) ? 1 : 0;
            across += is_across(window) ? 1 : 0;
        }
    return across > upright;
}

// Windows that stand in text set down, filled.
cv::Mat upright_windows(const cv::Mat& mask) {
    const int size = kWindowEm * kCellsPerEm, step = kStepEm * kCellsPerEm;
    cv::Mat found = cv::Mat::zeros(mask.size(), CV_8U);
    for (int y = 0; y + size <= mask.rows; y += step)
        for (int x = 0; x + size <= mask.cols; x += step) {
            const cv::Rect window(x, y, size, size);
            if (is_upright(mask(window))) found(window).setTo(255);
        }
    return found;
}

// Cut back to the side of an obstacle that has most of the area.
Box beside(Box area, const Box& obstacle) {
    if (intersection(area, obstacle).empty()) return area;
    if (obstacle.height > obstacle.width) {
        const int left = obstacle.left - area.left, right = area.right() - obstacle.right();
        if (left > right) return {area.left, area.top, left, area.height};
        return {obstacle.right(), area.top, right, area.height};
    }
    const int above = obstacle.top - area.top, below = area.bottom() - obstacle.bottom();
    if (above > below) return {area.left, area.top, area.width, above};
    return {area.left, obstacle.bottom(), area.width, below};
}

// The strip of `reach` px that the area borders on at one side: 0 left, 1 right, 2 top, 3 bottom.
Box strip_at(const Box& area, int side, int reach) {
    switch (side) {
        case 0:
            return {area.left - reach, area.top, reach, area.height};
        case 1:
            return {area.right(), area.top, reach, area.height};
        case 2:
            return {area.left, area.top - reach, area.width, reach};
        default:
            return {area.left, area.bottom(), area.width, reach};
    }
}

// Windows end somewhere in the text; lines as near as lines are to each other, and what is left of the
// characters of those inside, belong to the area.
Box completed(Box area, const cv::Mat& text, const std::vector<Box>& obstacles, double em) {
    for (bool grew = true; grew;) {
        grew = false;
        for (int side = 0; side < 4; ++side) {
            const int reach = static_cast<int>((side < 2 ? kMostLeading - 0.2 : 0.5) * em);
            const Box strip = clipped(strip_at(area, side, reach), text);
            const bool walled = std::any_of(obstacles.begin(), obstacles.end(), [&](const Box& obstacle) {
                return !intersection(obstacle, strip).empty();
            });
            const Box ink = walled || strip.empty() ? Box{} : ink_box(text, strip);
            if (ink.empty()) continue;
            area = bounding(area, ink);
            grew = true;
        }
    }
    return area;
}

}  // namespace

std::vector<Box> find_upright_areas(const cv::Mat& text, const std::vector<Box>& obstacles, double em) {
    const double scale = std::min(1.0, kCellsPerEm / em);
    std::vector<Box> areas;
    const cv::Mat mask = reduced(text, scale);
    for (const Component& found : find_components(upright_windows(mask))) {
        const auto up = [scale](int v) { return static_cast<int>(v / scale); };
        Box area{up(found.box.left), up(found.box.top), up(found.box.width), up(found.box.height)};
        for (const Box& obstacle : obstacles)
            area = beside(area, obstacle);
        const bool lone =
            found.box.width <= kWindowEm * kCellsPerEm && found.box.height <= kWindowEm * kCellsPerEm;
        area = ink_box(text, clipped(area, text));
        if (lone || std::min(area.width, area.height) < kLeastEm * em) continue;
        area = clipped(grown(completed(area, text, obstacles, em), 2), text);
        const auto down = [scale](int v) { return static_cast<int>(v * scale); };
        const cv::Rect cells(down(area.left), down(area.top), down(area.width), down(area.height));
        if (!holds_text_across(mask, cells & cv::Rect(0, 0, mask.cols, mask.rows))) areas.push_back(area);
    }
    return areas;
}

}  // namespace banwen
