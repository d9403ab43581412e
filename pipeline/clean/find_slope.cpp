#include "clean/find_slope.h"

#include <algorithm>
#include <utility>

#include "clean/mat_view.h"
#include "clean/slope_curve.h"
#include "clean/trace_lines.h"

namespace banwen {
namespace {

constexpr double kGapInLine = 0.5;     // characters
constexpr double kShortestLine = 5.0;  // characters; shorter ones know too little
constexpr int kStrip = 4;              // px
constexpr double kPlenty = 30;         // lines; more add nothing to the confidence

// Of the lines that run across the page.
SlopeCurve curve_across(const GrayImage& darkness, const GrayImage& type, double type_size) {
    SlopeCurve curve;
    for (const Box& line : trace_lines(type, type_size, kGapInLine))
        if (line.width >= kShortestLine * type_size)
            curve = sum_of(std::move(curve), curve_of(strips_of(darkness, line, kStrip), {}));
    return curve;
}

Found<double> judged(const SlopeCurve& curve) {
    const Found<double> slope = slope_of(curve);
    return {slope.value, slope.confidence * std::min(1.0, curve.lines / kPlenty)};
}

}  // namespace

Found<double> find_slope(const GrayImage& darkness, const GrayImage& ink, double type_size) {
    if (ink.empty() || type_size <= 0) return {};
    const GrayImage type = type_ink(ink, type_size);
    const SlopeCurve across = curve_across(darkness, type, type_size);
    const SlopeCurve down = curve_across(transposed(darkness), transposed(type), type_size);
    if (across.length >= down.length) return judged(across);
    // On the transposed page a clockwise turn looks anticlockwise.
    const Found<double> middle = judged(down);
    return {-middle.value, middle.confidence};
}

}  // namespace banwen
