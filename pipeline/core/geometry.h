// Points, boxes and the map from the upright page back to the scan. All lengths are pixels unless a name says
// otherwise; x grows to the right, y downwards.
#pragma once

#include <array>

namespace banwen {

struct Point {
    double x = 0;
    double y = 0;
};

// A half-open rectangle: it covers [left, left + width) × [top, top + height). Width or height ≤ 0 is empty.
struct Box {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;

    int right() const { return left + width; }
    int bottom() const { return top + height; }
    long area() const { return empty() ? 0 : static_cast<long>(width) * height; }
    bool empty() const { return width <= 0 || height <= 0; }
    Point center() const { return {left + width / 2.0, top + height / 2.0}; }
    bool operator==(const Box&) const = default;
};

// The common part of both; empty (0 × 0) where there is none.
Box intersection(const Box& a, const Box& b);

// The smallest box around both; an empty box adds nothing.
Box bounding(const Box& a, const Box& b);

// The box with `margin` px added on each side (taken away when negative), never less than empty.
Box grown(const Box& box, int margin);

// Length in px of the common part of the two boxes' x (or y) extents; 0 where they do not meet.
int overlap_x(const Box& a, const Box& b);
int overlap_y(const Box& a, const Box& b);

// Intersection over union, 0..1.
double overlap_ratio(const Box& a, const Box& b);

// Share of `inner` that lies in `outer`, 0..1; 0 for an empty `inner`.
double share_inside(const Box& inner, const Box& outer);

// A projective map of the plane, row-major 3 × 3, acting on column vectors (x, y, 1).
struct PageMap {
    std::array<double, 9> m = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    Point apply(Point p) const;
    Box apply(const Box& box) const;  // the smallest upright box around the mapped corners
};

// The map that does `first`, then `second`.
PageMap chain(const PageMap& first, const PageMap& second);

// The map back; a map that cannot be turned round (determinant 0) gives the identity.
PageMap inverse(const PageMap& map);

}  // namespace banwen
