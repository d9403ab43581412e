#include "clean/find_slope.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "clean/mat_view.h"
#include "clean/row_sharpness.h"
#include "clean/trace_lines.h"

namespace banwen {
namespace {

constexpr double kGapInLine = 0.5;     // characters
constexpr double kShortestLine = 5.0;  // characters; shorter ones know too little
constexpr int kStrip = 4;              // px
constexpr double kStep = 0.1;          // degrees
constexpr int kSide = 15;              // steps to each side
constexpr double kPlenty = 30;         // lines; more add nothing to the confidence
constexpr double kFlat = 0.02;         // rise of the top above the ends that tells nothing
constexpr double kClear = 0.10;

constexpr std::array<double, 3> kHeights{0.4, 0.55, 0.7};  // of the flanks

// Sharpness of all lines, summed, by slope.
struct Curve {
    std::array<double, 2 * kSide + 1> values{};
    double lines = 0;
    double length = 0;  // px
};

// Of the lines that run across the page.
Curve curve_across(const GrayImage& darkness, const GrayImage& type, double type_size) {
    Curve curve;
    for (const Box& line : trace_lines(type, type_size, kGapInLine)) {
        if (line.width < kShortestLine * type_size) continue;
        const Strips strips = strips_of(darkness, line, kStrip);
        for (std::size_t i = 0; i < curve.values.size(); ++i) {
            const double degrees = (static_cast<double>(i) - kSide) * kStep;
            curve.values[i] +=
                row_sharpness(strips, 0, strips.count, std::tan(degrees * std::numbers::pi / 180));
        }
        curve.lines += 1;
        curve.length += line.width;
    }
    return curve;
}

// Where the curve, going in steps of `direction` from its peak, falls below `level`; in steps from its start.
double crossing(const Curve& curve, std::size_t peak, int direction, double level) {
    auto at = static_cast<int>(peak);
    const auto value = [&](int i) { return curve.values[static_cast<std::size_t>(i)]; };
    const int last = direction > 0 ? 2 * kSide : 0;
    while (at != last && value(at + direction) >= level)
        at += direction;
    if (at == last) return at;
    return at + direction * (value(at) - level) / (value(at) - value(at + direction));
}

// The middle between the flanks, at several heights: the top itself is flat and tells little.
Found<double> middle_of(const Curve& curve) {
    const auto& values = curve.values;
    const auto peak =
        static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
    if (curve.lines == 0 || peak == 0 || peak + 1 == values.size()) return {};
    const double foot = std::max(values.front(), values.back());
    double sum = 0;
    for (const double height : kHeights) {
        const double level = foot + height * (values[peak] - foot);
        sum += (crossing(curve, peak, -1, level) + crossing(curve, peak, 1, level)) / 2;
    }
    const double angle = (sum / static_cast<double>(kHeights.size()) - kSide) * kStep;
    const double rise = values[peak] / std::max(1.0, foot) - 1;
    const double clear = std::clamp((rise - kFlat) / (kClear - kFlat), 0.0, 1.0);
    return {angle, clear * std::min(1.0, curve.lines / kPlenty)};
}

}  // namespace

Found<double> find_slope(const GrayImage& darkness, const GrayImage& ink, double type_size) {
    if (ink.empty() || type_size <= 0) return {};
    const GrayImage type = type_ink(ink, type_size);
    const Curve across = curve_across(darkness, type, type_size);
    const Curve down = curve_across(transposed(darkness), transposed(type), type_size);
    if (across.length >= down.length) return middle_of(across);
    // On the transposed page a clockwise turn looks anticlockwise.
    const Found<double> middle = middle_of(down);
    return {-middle.value, middle.confidence};
}

}  // namespace banwen
