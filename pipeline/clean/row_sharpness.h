// Row sharpness: how well the rows of a piece of page run along its lines of type. The measure that both
// find_skew and find_slope drive to its highest.
//
// Ink is counted row by row. Along lines of type the counts swing between much and none from one row to the
// next; across them they hardly change. A turn by a small angle is imitated by shifting narrow strips, side
// by side, up or down against each other, fractions of a row included.
#pragma once

#include <vector>

#include "core/geometry.h"
#include "core/image.h"

namespace banwen {

// A part of a page, counted in strips: strip after strip, the ink in each row of it (1 = a strip's pixel is
// black).
struct Strips {
    int width = 1;  // of a strip, px
    int count = 0;
    int rows = 0;
    std::vector<float> ink;
};

// `darkness`: 0 = paper, 255 = ink; soft edges tell more than a mask. `part` must lie in it.
Strips strips_of(const GrayImage& darkness, const Box& part, int strip_width);

// Sum of squared changes of the counts when strips [from, to) stand as lines that fall by `slope` (px per px
// to the right) need it. Comparable between slopes of the same strips.
double row_sharpness(const Strips& strips, int from, int to, double slope);

// The place of a parabola's top through three equally spaced values, the middle one highest: −0.5 … 0.5
// steps.
double top_between(double before, double highest, double after);

}  // namespace banwen
