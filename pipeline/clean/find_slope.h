// Find slope: the last tenths of a degree by which a nearly upright page is turned, from its lines one by
// one.
//
// Lines of type are traced, and the row sharpness of each is measured for a series of small slopes. The
// curves of all lines are added up; the slope is the middle between the flanks of the sum. Each line is a
// piece of page for itself, so nothing is assumed of how columns stand to each other, and pictures and
// ornaments have no say. A photographed page whose lines run apart gets their mean.
//
// Confidence grows with the number of lines and with the height of the top above the ends of the curve.
#pragma once

#include "core/found.h"
#include "core/image.h"

namespace banwen {

// `darkness`: 0 = paper, 255 = ink, soft edges wanted; `ink`: its mask; `type_size` in their px. Degrees,
// positive = turned clockwise, within ±1.5. {0, 0} without lines.
Found<double> find_slope(const GrayImage& darkness, const GrayImage& ink, double type_size);

}  // namespace banwen
