// Fit bend: the smoothest displacement under which lines stand as steep as they were measured to.
//
// A bicubic spline of heights is fitted to slopes by least squares; what it may not do is turn sharply, since
// paper does not. Slopes far from the rest (a stamp, an advertisement set askew) lose their say round by
// round. Of several stiffnesses the one is taken under which a part of the slopes foretells the others best;
// how well it does so is what the bend explains. Slopes alone do not tell how lines stand to each other from
// top to foot: of all that fit, the least displacement is taken.
#pragma once

#include <vector>

#include "core/scan_map.h"

namespace banwen {

struct SlopeSample {
    Point place;        // px
    double slope = 0;   // px down per px to the right
    double weight = 0;  // lines of usual length that say so
};

struct BendFit {
    Bend bend;             // vertical displacements only
    double explained = 0;  // share of the slopes' squares that the bend foretells, 0..1
    double usual = 0;      // root mean square of the bend's own slope where samples are, degrees
};

// Over an area of that size, px; `cell` is the spline's. Nothing without samples.
BendFit fit_bend(const std::vector<SlopeSample>& samples, double width, double height, double cell);

// The slope of the bend's displaced rows at a place, px per px.
double slope_at(const Bend& bend, Point place);

}  // namespace banwen
