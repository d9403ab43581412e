#include "clean/find_paper.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

#include <opencv2/imgproc.hpp>

#include "clean/ground.h"
#include "clean/mat_view.h"

namespace banwen {
namespace {

constexpr double kTypeOfPage = 1.0 / 200;  // strokes of body type are closed over; a narrow border must stay
constexpr double kDeepest = 1.0 / 7;       // of the scan; a surround reaches no further in
constexpr double kSurroundTone = 0.8;      // of the paper's tone; shadow and tint above it are paper
constexpr double kScratch = 0.01;          // of the scan; a white line in the dark is narrower
constexpr double kSmoothing = 1.0 / 4;     // of the side; an edge is smooth over this length
constexpr double kEdgeRank =
    0.3;  // what is printed up to the edge makes the dark deeper, hardly anything shallower
constexpr double kPlay = 0.006;      // of the scan; how far an edge strays from its smooth line
constexpr double kStep = 0.02;       // of the scan; more within a fortieth of the side is no sheet's edge
constexpr double kStroke = 40;       // grey levels by which type is darker than its ground
constexpr double kTypeShare = 0.08;  // of an area; type covers more

// The tone that a share of `rank` of a row's pixels from `first` to `last` do not exceed.
int tone_at_rank(const std::uint8_t* row, int first, int last, double rank) {
    std::vector<std::uint8_t> values(row + first, row + last);
    const auto nth =
        values.begin() + static_cast<std::ptrdiff_t>(rank * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
}

// Paper beside the left side, row by row: away from the surround, and in the half of the page that is nearer.
std::vector<int> paper_tones(const cv::Mat& ground) {
    std::vector<int> tones;
    for (int y = 0; y < ground.rows; ++y)
        tones.push_back(tone_at_rank(ground.ptr<std::uint8_t>(y), ground.cols / 8,
                                     std::max(ground.cols * 5 / 8, ground.cols / 8 + 1), 0.8));
    return tones;
}

// Where light begins for good on a row; -1 where it does not within reach.
int depth_on_row(const std::uint8_t* row, int width, double limit) {
    const int reach = static_cast<int>(width * kDeepest),
              run = std::max(3, static_cast<int>(width * kScratch));
    int light = 0;
    for (int x = 0; x < reach + run && x < width; ++x) {
        light = row[x] >= limit ? light + 1 : 0;
        if (light == run) return x + 1 - run;
    }
    return -1;
}

// Depth of the dark along the left side; -1 on rows that tell nothing.
std::vector<int> depths(const cv::Mat& ground) {
    const std::vector<int> tones = paper_tones(ground);
    std::vector<int> sorted = tones;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    std::vector<int> found;
    for (int y = 0; y < ground.rows; ++y) {
        const int paper = tones[static_cast<std::size_t>(y)];
        const bool outside = paper < kSurroundTone * *middle;  // a row of the surround above or below
        found.push_back(
            outside ? -1 : depth_on_row(ground.ptr<std::uint8_t>(y), ground.cols, kSurroundTone * paper));
    }
    return found;
}

// At each place the value that a share of `rank` of the known ones (≥ 0) within half a window do not exceed;
// -1 where there are none.
std::vector<int> smoothed(const std::vector<int>& values, double window_share, double rank) {
    const int n = static_cast<int>(values.size()), half = std::max(1, static_cast<int>(n * window_share / 2));
    std::vector<int> smooth;
    for (int y = 0; y < n; ++y) {
        std::vector<int> window;
        for (int k = std::max(0, y - half); k <= std::min(n - 1, y + half); ++k)
            if (values[static_cast<std::size_t>(k)] >= 0)
                window.push_back(values[static_cast<std::size_t>(k)]);
        if (window.empty()) {
            smooth.push_back(-1);
            continue;
        }
        const auto nth =
            window.begin() + static_cast<std::ptrdiff_t>(rank * static_cast<double>(window.size() - 1));
        std::nth_element(window.begin(), nth, window.end());
        smooth.push_back(*nth);
    }
    return smooth;
}

// Share of the side's rows on which dark ends near the smooth line, or that line has left the scan, as
// the edge of a sheet that lies askew does; nothing where it has a step, or dark stands on less than
// half of the side.
double confidence_of(const std::vector<int>& depths, const std::vector<int>& smooth, int width) {
    const std::size_t apart = std::max<std::size_t>(1, depths.size() / 40);
    const double play = std::max(2.0, kPlay * width);
    std::size_t known = 0, near = 0, dark = 0;
    for (std::size_t y = 0; y < depths.size(); ++y) {
        if (depths[y] < 0) continue;
        ++known;
        dark += depths[y] > 0;
        near += (depths[y] > 0 || smooth[y] <= 0) && std::abs(depths[y] - smooth[y]) <= play;
        if (y >= apart && smooth[y - apart] >= 0 && std::abs(smooth[y] - smooth[y - apart]) > kStep * width)
            return 0;
    }
    if (2 * known < depths.size() || 2 * dark < known) return 0;
    return static_cast<double>(near) / static_cast<double>(known);
}

// A page's own margin in shadow may hold type; a surround holds none.
bool holds_type(const cv::Mat& strokes, const std::vector<int>& smooth) {
    long area = 0, inked = 0;
    for (int y = 0; y < strokes.rows; ++y) {
        const int depth = smooth[static_cast<std::size_t>(y)] * 3 / 4;  // not the ragged edge itself
        area += std::max(0, depth);
        inked += depth > 0 ? cv::countNonZero(strokes(cv::Rect(0, y, depth, 1))) : 0;
    }
    return static_cast<double>(inked) > kTypeShare * static_cast<double>(area);
}

// The left side of a ground that was `scale` times as large, for each of `rows` rows of the scan. `strokes`:
// 255 where the page is darker than its ground.
PaperSide find_side(const cv::Mat& ground, const cv::Mat& strokes, double scale, int rows) {
    const std::vector<int> rough = depths(ground), smooth = smoothed(rough, kSmoothing, kEdgeRank);
    PaperSide side{.confidence = confidence_of(rough, smooth, ground.cols)};
    if (side.confidence == 0 || holds_type(strokes, smooth)) return {};
    const int play = std::max(2, static_cast<int>(kPlay * ground.cols));
    std::vector<int> deep, tones;
    for (std::size_t y = 0; y < rough.size(); ++y)
        deep.push_back(std::min(rough[y] < 0 ? smooth[y] : rough[y], smooth[y] + play));
    deep = smoothed(deep, 5.0 / ground.rows, 1);
    for (int y = 0; y < ground.rows; ++y) {
        const int inside = std::clamp(deep[static_cast<std::size_t>(y)] + play, 0, ground.cols - play);
        tones.push_back(tone_at_rank(ground.ptr<std::uint8_t>(y), inside, inside + play, 0.5));
    }
    tones = smoothed(tones, kSmoothing, 0.5);
    for (int y = 0; y < rows; ++y) {
        const auto at = static_cast<std::size_t>(std::min(ground.rows - 1, static_cast<int>(y / scale)));
        // Two pixels of the ground more, for the edge's own blur.
        side.depth.push_back(deep[at] <= 0 ? 0 : static_cast<int>(std::lround((deep[at] + 2) * scale)));
        side.tone.push_back(static_cast<std::uint8_t>(tones[at]));
    }
    return side;
}

cv::Mat mirrored(const cv::Mat& image) {
    cv::Mat turned;
    cv::flip(image, turned, 1);
    return turned;
}

// Row by row; `first` points to the side's end of row 0.
void paint(std::uint8_t* first, std::ptrdiff_t inwards, std::ptrdiff_t along, const PaperSide& side) {
    if (side.confidence < kSureSurround) return;
    for (std::size_t y = 0; y < side.depth.size(); ++y)
        for (int x = 0; x < side.depth[y]; ++x)
            first[static_cast<std::ptrdiff_t>(y) * along + x * inwards] = side.tone[y];
}

}  // namespace

Paper find_paper(const GrayImage& scan) {
    if (std::min(scan.width, scan.height) < 64) return {};
    const cv::Mat ground = ground_of(scan, std::max(scan.width, scan.height) * kTypeOfPage);
    cv::Mat small, strokes;
    cv::resize(view(scan), small, ground.size(), 0, 0, cv::INTER_AREA);
    cv::subtract(ground, small, strokes);
    strokes = strokes > kStroke;
    const double scale = static_cast<double>(scan.width) / ground.cols;
    const cv::Mat turned = ground.t(), turned_strokes = strokes.t();
    return {.left = find_side(ground, strokes, scale, scan.height),
            .right = find_side(mirrored(ground), mirrored(strokes), scale, scan.height),
            .top = find_side(turned, turned_strokes, scale, scan.width),
            .bottom = find_side(mirrored(turned), mirrored(turned_strokes), scale, scan.width)};
}

GrayImage without_surround(GrayImage scan, const Paper& paper) {
    if (scan.empty()) return scan;
    const std::ptrdiff_t down = scan.width;
    paint(&scan.at(0, 0), 1, down, paper.left);
    paint(&scan.at(scan.width - 1, 0), -1, down, paper.right);
    paint(&scan.at(0, 0), down, 1, paper.top);
    paint(&scan.at(0, scan.height - 1), -down, 1, paper.bottom);
    return scan;
}

}  // namespace banwen
