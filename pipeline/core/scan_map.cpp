#include "core/scan_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace banwen {
namespace {

// Of a cubic B-spline's four knots around a place, `t` of a cell behind the second.
std::array<double, 4> spline_weights(double t) {
    const double s = 1 - t;
    return {s * s * s / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6,
            t * t * t / 6};
}

// A place along one side: the cell it lies in, and how far.
std::pair<int, double> cell_at(double place, int cells) {
    const double inside = std::clamp(place, 0.0, static_cast<double>(cells));
    const int cell = std::min(cells - 1, static_cast<int>(inside));
    return {cell, inside - cell};
}

constexpr int kPoints = 4;  // parts of a box's side whose ends are mapped: a bent side bulges between corners
constexpr int kMostRounds = 30;
constexpr double kClose = 1e-3;  // px

}  // namespace

Point Bend::at(Point p) const {
    if (empty()) return {};
    const auto [column, across] = cell_at((p.x - origin.x) / step, cells_x);
    const auto [row, down] = cell_at((p.y - origin.y) / step, cells_y);
    const std::array<double, 4> x = spline_weights(across), y = spline_weights(down);
    Point sum;
    for (std::size_t j = 0; j < 4; ++j) {
        const std::size_t first =
            (static_cast<std::size_t>(row) + j) * (static_cast<std::size_t>(cells_x) + 3) +
            static_cast<std::size_t>(column);
        for (std::size_t i = 0; i < 4; ++i) {
            sum.x += x[i] * y[j] * knots[first + i].x;
            sum.y += x[i] * y[j] * knots[first + i].y;
        }
    }
    return sum;
}

Bend flat_bend(double width, double height, double step) {
    Bend bend{.cells_x = std::max(1, static_cast<int>(std::ceil(width / step))),
              .cells_y = std::max(1, static_cast<int>(std::ceil(height / step))),
              .step = step,
              .origin = {},
              .knots = {}};
    bend.knots.resize((static_cast<std::size_t>(bend.cells_x) + 3) *
                      (static_cast<std::size_t>(bend.cells_y) + 3));
    return bend;
}

Bend scaled(Bend bend, double factor, Point origin) {
    bend.step *= factor;
    bend.origin = origin;
    for (Point& knot : bend.knots)
        knot = {knot.x * factor, knot.y * factor};
    return bend;
}

Point ScanMap::apply(Point p) const {
    const Point moved = bend.at(p);
    return plane.apply(Point{p.x + moved.x, p.y + moved.y});
}

Box ScanMap::apply(const Box& box) const {
    if (bend.empty()) return plane.apply(box);
    Point least = apply(Point{static_cast<double>(box.left), static_cast<double>(box.top)}), most = least;
    for (int i = 0; i <= kPoints; ++i) {
        const double x = box.left + static_cast<double>(box.width) * i / kPoints;
        const double y = box.top + static_cast<double>(box.height) * i / kPoints;
        for (const Point at :
             {Point{x, static_cast<double>(box.top)}, Point{x, static_cast<double>(box.bottom())},
              Point{static_cast<double>(box.left), y}, Point{static_cast<double>(box.right()), y}}) {
            const Point there = apply(at);
            least = {std::min(least.x, there.x), std::min(least.y, there.y)};
            most = {std::max(most.x, there.x), std::max(most.y, there.y)};
        }
    }
    const int left = static_cast<int>(std::lround(least.x)), top = static_cast<int>(std::lround(least.y));
    return {left, top, static_cast<int>(std::lround(most.x)) - left,
            static_cast<int>(std::lround(most.y)) - top};
}

Point ScanMap::back(Point on_scan) const {
    const Point bent = inverse(plane).apply(on_scan);
    if (bend.empty()) return bent;
    Point upright = bent;
    for (int round = 0; round < kMostRounds; ++round) {
        const Point moved = bend.at(upright);
        const Point next{bent.x - moved.x, bent.y - moved.y};
        const double change = std::abs(next.x - upright.x) + std::abs(next.y - upright.y);
        upright = next;
        if (change < kClose) break;
    }
    return upright;
}

}  // namespace banwen
