// The way from the upright page back to the scan: first the bend that straightening took out of the page,
// then a map of the plane.
#pragma once

#include <vector>

#include "core/geometry.h"

namespace banwen {

// A smooth displacement of an area: a bicubic B-spline over square cells, (cells_x + 3) × (cells_y + 3) knots
// row by row. Without cells it moves nothing.
struct Bend {
    int cells_x = 0;
    int cells_y = 0;
    double step = 0;  // px, a cell's side
    Point origin;     // upper left corner of the first cell
    std::vector<Point> knots;

    bool empty() const { return cells_x <= 0 || cells_y <= 0; }
    // By how much the point is moved, px; beyond the area as at its edge.
    Point at(Point p) const;
};

// A bend without displacement over an area of that size (px), in cells of `step`.
Bend flat_bend(double width, double height, double step);

// The same bend of an area that is `factor` times as large and begins at `origin`.
Bend scaled(Bend bend, double factor, Point origin);

// Where a point of the upright page lies on the scan: p → plane(p + bend(p)).
struct ScanMap {
    PageMap plane;
    Bend bend;

    Point apply(Point p) const;
    Box apply(const Box& box) const;  // the smallest upright box around the mapped box
    // From the scan to the upright page, to a hundredth of a px where the bend is no steeper than paper's.
    Point back(Point on_scan) const;
};

}  // namespace banwen
