#include "clean/find_spine.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

#include <opencv2/imgproc.hpp>

#include "clean/mat_view.h"

namespace banwen {
namespace {

constexpr int kWorkingSide = 1600;    // px of the scan's shorter side; a shadow is at least two of them wide
constexpr int kStretches = 80;        // of the side; a leaning line hardly leaves its place within one
constexpr double kDarkRows = 0.9;     // of a stretch's rows are dark where a line runs through
constexpr double kShadow = 0.86;      // of the paper's tone; darker is shadow
constexpr double kPrinted = 0.004;    // of a stretch is dark where it holds print
constexpr double kFarthest = 0.36;    // of the scan, with the shadow; what follows counts in this strip
constexpr double kNearest = 0.03;     // of the strip; a line nearer to the edge parts nothing
constexpr int kStep = 3;              // px from stretch to stretch: a lean of six degrees
constexpr double kBent = 0.011;       // of the strip; how far a spine strays from a smooth line
constexpr double kWidest = 1.0 / 12;  // of the strip; until then a shadow has faded
constexpr double kFaded = 0.95;       // of the paper's tone
constexpr double kHalfShade = 0.45;   // of the paper's tone; what is darker is the line itself
constexpr int kLeastFading = 3;       // px
constexpr double kMargin = 0.008;     // of the scan; blank beside the line
constexpr double kBlank = 0.97;       // of the margin's rows hold no type
constexpr double kSure = 0.97;        // of the stretches are dark

template <typename T>
T at_rank(std::vector<T> values, double rank) {
    const auto nth =
        values.begin() + static_cast<std::ptrdiff_t>(rank * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
}

// Rows are stretches of the side, columns as they are; the tone that nearly all rows are darker than.
cv::Mat by_stretch(const cv::Mat& strip) {
    cv::Mat tones(kStretches, strip.cols, CV_8U);
    std::vector<std::uint8_t> values;
    for (int stretch = 0; stretch < kStretches; ++stretch) {
        const cv::Mat rows =
            strip.rowRange(strip.rows * stretch / kStretches, strip.rows * (stretch + 1) / kStretches);
        for (int x = 0; x < tones.cols; ++x) {
            values.clear();
            for (int y = 0; y < rows.rows; ++y)
                values.push_back(rows.at<std::uint8_t>(y, x));
            tones.at<std::uint8_t>(stretch, x) = at_rank(values, kDarkRows);
        }
    }
    return tones;
}

// The darkest way from the first stretch to the last, at least a shadow's width from the strip's inner
// side: a column for each.
std::vector<int> darkest_way(const cv::Mat& tones) {
    const int from = static_cast<int>(kNearest * tones.cols);
    const int reach = tones.cols - std::max(3, cvRound(kWidest * tones.cols));
    cv::Mat cost(tones.rows, reach, CV_32S), came(tones.rows, reach, CV_32S, cv::Scalar(0));
    for (int x = 0; x < reach; ++x)
        cost.at<int>(0, x) = tones.at<std::uint8_t>(0, x);
    for (int y = 1; y < tones.rows; ++y)
        for (int x = from; x < reach; ++x) {
            int best = x;
            for (int k = std::max(from, x - kStep); k <= std::min(reach - 1, x + kStep); ++k)
                if (cost.at<int>(y - 1, k) + std::abs(k - x) < cost.at<int>(y - 1, best) + std::abs(best - x))
                    best = k;
            cost.at<int>(y, x) =
                cost.at<int>(y - 1, best) + std::abs(best - x) + tones.at<std::uint8_t>(y, x);
            came.at<int>(y, x) = best;
        }
    const int* last = cost.ptr<int>(tones.rows - 1);
    std::vector<int> way(static_cast<std::size_t>(tones.rows));
    way.back() = static_cast<int>(std::min_element(last + from, last + reach) - last);
    for (int y = tones.rows - 1; y > 0; --y)
        way[static_cast<std::size_t>(y - 1)] = came.at<int>(y, way[static_cast<std::size_t>(y)]);
    return way;
}

// The parabola of least squares through the way, at each stretch.
std::vector<double> smooth_line(const std::vector<int>& way) {
    cv::Mat powers(static_cast<int>(way.size()), 3, CV_64F), places(powers.rows, 1, CV_64F), bend;
    for (int y = 0; y < powers.rows; ++y) {
        const double t = static_cast<double>(y) / powers.rows;
        powers.at<double>(y, 0) = 1;
        powers.at<double>(y, 1) = t;
        powers.at<double>(y, 2) = t * t;
        places.at<double>(y) = way[static_cast<std::size_t>(y)];
    }
    cv::solve(powers, places, bend, cv::DECOMP_SVD);
    const cv::Mat line = powers * bend;
    return {line.begin<double>(), line.end<double>()};
}

struct Line {
    std::vector<int> inner;  // by stretch: where the shadow has faded on the page's side
    double confidence = 0;
    int paper = 255;  // tone
};

struct Stretches {
    int first = 0, last = -1;
};

// From the first stretch to the last that hold print, anywhere on the scan; what is black is no part of a
// sheet.
Stretches printed(const cv::Mat& small, int paper) {
    Stretches found{.first = kStretches};
    for (int stretch = 0; stretch < kStretches; ++stretch) {
        const cv::Mat rows =
            small.rowRange(small.rows * stretch / kStretches, small.rows * (stretch + 1) / kStretches);
        const int sheet = cv::countNonZero(rows);
        const int dark = sheet - cv::countNonZero(rows > kShadow * kShadow * paper);
        if (dark <= kPrinted * static_cast<double>(rows.total())) continue;
        found.first = std::min(found.first, stretch);
        found.last = stretch;
    }
    return found;
}

// Share of the stretches with a line on the smooth way, of those from its first to its last; 0 where the
// line does not reach beyond the print above and below, or to the ends of the scan.
double confidence_of(const cv::Mat& tones, const std::vector<int>& way, const Stretches& print, int paper) {
    const std::vector<double> line = smooth_line(way);
    const double play = std::max(2.0, kBent * tones.cols);
    Stretches dark{.first = kStretches};
    int good = 0;
    for (int y = 0; y < kStretches; ++y) {
        const auto at = static_cast<std::size_t>(y);
        if (tones.at<std::uint8_t>(y, way[at]) >= kShadow * paper || std::abs(way[at] - line[at]) > play)
            continue;
        ++good;
        dark.first = std::min(dark.first, y);
        dark.last = y;
    }
    if (good == 0 || dark.first > std::max(1, print.first - 1)) return 0;
    if (dark.last < std::min(kStretches - 2, print.last + 1)) return 0;
    return static_cast<double>(good) / (dark.last - dark.first + 1);
}

struct Shadow {
    int width = 0;      // px on the page's side of its darkest place, until it has faded
    bool soft = false;  // it fades over a part of that; a rule's edge is sharp
};

// On the page's side of the way, from the stretches where it can be seen; nothing where it nowhere fades.
Shadow shadow_of(const cv::Mat& tones, const std::vector<int>& way, int paper) {
    const int widest = std::max(3, cvRound(kWidest * tones.cols));
    std::vector<int> widths, fading;
    for (int y = 0; y < kStretches; ++y) {
        const std::uint8_t* tone = tones.ptr<std::uint8_t>(y) + way[static_cast<std::size_t>(y)];
        const std::uint8_t* faded =
            std::find_if(tone, tone + widest, [&](int each) { return each >= kFaded * paper; });
        if (faded == tone + widest) continue;
        widths.push_back(static_cast<int>(faded - tone));
        fading.push_back(static_cast<int>(
            std::count_if(tone, faded, [&](int each) { return each >= kHalfShade * paper; })));
    }
    if (2 * widths.size() < way.size()) return {};
    const int usual = at_rank(fading, 0.5);
    return {.width = at_rank(widths, 0.9),
            .soft = usual >= kLeastFading && 3 * usual >= at_rank(widths, 0.5)};
}

// Type beside the line belongs to both its sides.
bool has_blank_margin(const cv::Mat& small, const std::vector<int>& inner, int paper) {
    const int margin = std::max(4, cvRound(kMargin * small.cols));
    int rows = 0, blank = 0;
    for (int y = 0; y < small.rows; ++y) {
        const int edge = inner[static_cast<std::size_t>(y * kStretches / small.rows)];
        double darkest = 0;
        cv::minMaxLoc(small(cv::Rect(edge + 1, y, margin, 1)), &darkest);
        if (darkest == 0) continue;  // of the surround above or below
        ++rows;
        blank += darkest > kShadow * kShadow * paper;
    }
    return rows > 0 && blank >= kBlank * rows;
}

// A frame around the whole page has nothing beyond it, and need not be taken for a spine.
bool holds_print_beyond(const cv::Mat& small, const std::vector<int>& way, int paper) {
    const int shadow = std::max(4, cvRound(kMargin * small.cols));
    long area = 0, dark = 0;
    for (int y = 0; y < small.rows; ++y) {
        const int width = way[static_cast<std::size_t>(y * kStretches / small.rows)] - shadow;
        if (width <= 0) continue;
        const cv::Mat beyond = small(cv::Rect(0, y, width, 1));
        const int sheet = cv::countNonZero(beyond);
        area += sheet;
        dark += sheet - cv::countNonZero(beyond > kShadow * kShadow * paper);
    }
    return static_cast<double>(dark) > kPrinted * static_cast<double>(area);
}

// On the left side of `small`.
Line find_line(const cv::Mat& small) {
    const cv::Mat inside = small.colRange(small.cols / 8, small.cols * 5 / 8).clone();
    const int paper = at_rank<std::uint8_t>({inside.begin<std::uint8_t>(), inside.end<std::uint8_t>()}, 0.7);
    const cv::Mat tones = by_stretch(small.colRange(0, cvRound(kFarthest * small.cols)));
    const std::vector<int> way = darkest_way(tones);
    Line line{.confidence = confidence_of(tones, way, printed(small, paper), paper)};
    if (line.confidence < kSure) return {};
    line.paper = paper;
    const Shadow shadow = shadow_of(tones, way, paper);
    if (!shadow.soft || !holds_print_beyond(small, way, paper)) return {};
    for (const int place : way)
        line.inner.push_back(place + shadow.width);
    return has_blank_margin(small, line.inner, paper) ? line : Line{};
}

// The left side of a scan with `rows` rows, `scale` times as large as `small`.
PaperSide find_side(const cv::Mat& small, double scale, int rows) {
    const Line line = find_line(small);
    if (line.inner.empty()) return {};
    PaperSide side{.confidence = line.confidence};
    for (int y = 0; y < rows; ++y) {
        const double place = (y + 0.5) / rows * kStretches - 0.5;
        const auto above = static_cast<std::size_t>(std::clamp(place, 0.0, kStretches - 2.0));
        const double part = std::clamp(place - static_cast<double>(above), 0.0, 1.0);
        const double edge = std::lerp(line.inner[above], line.inner[above + 1], part) + 1;
        side.depth.push_back(static_cast<int>(std::lround(edge * scale)));
        const int in = std::min(y * small.rows / rows, small.rows - 1);
        const auto* tones = small.ptr<std::uint8_t>(in) + static_cast<std::ptrdiff_t>(edge);
        const auto tone =
            at_rank<std::uint8_t>({tones, tones + std::max(4, cvRound(kMargin * small.cols))}, 0.7);
        // Beside the surround above and below there is no paper to take the tone from.
        side.tone.push_back(tone < kShadow * line.paper ? static_cast<std::uint8_t>(line.paper) : tone);
    }
    return side;
}

cv::Mat mirrored(const cv::Mat& image) {
    cv::Mat turned;
    cv::flip(image, turned, 1);
    return turned;
}

// The scan, reduced and seen with the looked-for line on its left or right, with the surround above and
// below black: it hides the line, but neither ends it.
cv::Mat reduced(const cv::Mat& sheet, const PaperSide& top, const PaperSide& bottom) {
    const double scale = std::max(1.0, static_cast<double>(std::min(sheet.cols, sheet.rows)) / kWorkingSide);
    cv::Mat small;
    cv::resize(sheet, small, {cvRound(sheet.cols / scale), cvRound(sheet.rows / scale)}, 0, 0,
               cv::INTER_AREA);
    small = cv::max(small, 1);
    const auto blacken = [&](const PaperSide& side, bool above) {
        for (int x = 0; x < small.cols && !side.depth.empty(); ++x) {
            const auto at = static_cast<std::size_t>(x * sheet.cols / small.cols);
            const int depth = std::min(small.rows, cvRound(side.depth[at] / scale));
            small(cv::Rect(x, above ? 0 : small.rows - depth, 1, depth)) = 0;
        }
    };
    if (top.confidence >= kSureSurround) blacken(top, true);
    if (bottom.confidence >= kSureSurround) blacken(bottom, false);
    return small;
}

}  // namespace

Paper find_spine(const GrayImage& sheet, const Paper& paper) {
    if (std::min(sheet.width, sheet.height) < 4 * kStretches) return {};
    const cv::Mat small = reduced(view(sheet), paper.top, paper.bottom);
    const double scale = static_cast<double>(sheet.width) / small.cols;
    return {.left = find_side(small, scale, sheet.height),
            .right = find_side(mirrored(small), scale, sheet.height)};
}

}  // namespace banwen
