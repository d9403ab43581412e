// The slope curve: how sharp the rows of lines of type are by the slope that is tried, summed over lines, and
// the slope that its peak tells.
//
// The slope is the middle between the flanks of the sum: the top itself is flat and tells little.
#pragma once

#include <vector>

#include "clean/row_sharpness.h"
#include "core/found.h"

namespace banwen {

struct SlopeSteps {
    double step = 0.1;  // degrees
    int side = 15;      // steps to each side of the level
};

struct SlopeCurve {
    SlopeSteps steps;
    std::vector<double> values;  // by slope, from the steepest rise to the steepest fall; empty without lines
    double lines = 0;
    double length = 0;  // of all lines, px
};

SlopeCurve curve_of(const Strips& line, const SlopeSteps& steps);

// Both must have the same steps, or one no lines.
SlopeCurve sum_of(SlopeCurve a, const SlopeCurve& b);

// Degrees, positive = falling to the right. Confidence: how far the peak rises above the curve's ends; 0
// without lines and for a peak at an end.
Found<double> slope_of(const SlopeCurve& curve);

}  // namespace banwen
