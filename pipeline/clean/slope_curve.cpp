#include "clean/slope_curve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace banwen {
namespace {

constexpr double kFlat = 0.02;  // rise of the top above the ends that tells nothing
constexpr double kClear = 0.10;

constexpr std::array<double, 3> kHeights{0.4, 0.55, 0.7};  // of the flanks

// Where the curve, going in steps of `direction` from its peak, falls below `level`; in steps from its start.
double crossing(const std::vector<double>& values, std::size_t peak, int direction, double level) {
    auto at = static_cast<int>(peak);
    const auto value = [&](int i) { return values[static_cast<std::size_t>(i)]; };
    const int last = direction > 0 ? static_cast<int>(values.size()) - 1 : 0;
    while (at != last && value(at + direction) >= level)
        at += direction;
    if (at == last) return at;
    return at + direction * (value(at) - level) / (value(at) - value(at + direction));
}

}  // namespace

SlopeCurve curve_of(const Strips& line, const SlopeSteps& steps) {
    SlopeCurve curve{.steps = steps, .values = {}, .lines = 1};
    curve.length = static_cast<double>(line.count) * line.width;
    for (int i = -steps.side; i <= steps.side; ++i)
        curve.values.push_back(
            row_sharpness(line, 0, line.count, std::tan(i * steps.step * std::numbers::pi / 180)));
    return curve;
}

SlopeCurve sum_of(SlopeCurve a, const SlopeCurve& b) {
    if (a.values.empty()) return b;
    for (std::size_t i = 0; i < b.values.size(); ++i)
        a.values[i] += b.values[i];
    a.lines += b.lines;
    a.length += b.length;
    return a;
}

Found<double> slope_of(const SlopeCurve& curve) {
    const std::vector<double>& values = curve.values;
    const auto peak =
        static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
    if (values.empty() || peak == 0 || peak + 1 == values.size()) return {};
    const double foot = std::max(values.front(), values.back());
    double sum = 0;
    for (const double height : kHeights) {
        const double level = foot + height * (values[peak] - foot);
        sum += (crossing(values, peak, -1, level) + crossing(values, peak, 1, level)) / 2;
    }
    const double steps = sum / static_cast<double>(kHeights.size()) - curve.steps.side;
    const double rise = values[peak] / std::max(1.0, foot) - 1;
    return {steps * curve.steps.step, std::clamp((rise - kFlat) / (kClear - kFlat), 0.0, 1.0)};
}

}  // namespace banwen
