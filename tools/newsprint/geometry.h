// Points and upright boxes. The frame is the flat, unskewed sheet: millimetres from its upper left
// corner, y downwards, unless a comment says pixels.
#pragma once

#include <algorithm>

namespace banwen::newsprint {

inline constexpr double kMillimetresPerPoint = 25.4 / 72.0;
inline constexpr double kMillimetresPerInch = 25.4;

struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;

    double right() const { return x + w; }
    double bottom() const { return y + h; }
    bool empty() const { return w <= 0 || h <= 0; }
};

// The smallest box that holds both; an empty box adds nothing.
inline Box united(const Box& a, const Box& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    const double x = std::min(a.x, b.x);
    const double y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

// The box less `by` millimetres on each of its four sides.
inline Box inset(const Box& box, double by) {
    return {box.x + by, box.y + by, box.w - 2 * by, box.h - 2 * by};
}

}  // namespace banwen::newsprint
