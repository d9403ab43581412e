// Photographs, drawings and solid areas; and the reversed labels (white type on black) that look like them at
// first.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/layout.h"
#include "layout/find_layout.h"

namespace banwen {

struct DarkAreas {
    std::vector<Picture> pictures;
    std::vector<Box> reversed;  // solid dark boxes that hold light type
};

// `gray` and `ink` of the same size, `em` the body type in px.
//
// Type leaves more than a third of its surroundings white; a photograph, halftone or solid does not. So the
// share of non-white pixels in a window of two characters marks the cores of dark areas, and single pieces of
// ink larger than any type are drawings. A dark area counts as a reversed label when it is low, solid, and
// its light parts have the size and number of characters. What it cannot do: pale pictures without a border,
// and outlines drawn with thin strokes in several pieces.
DarkAreas find_dark_areas(const cv::Mat& gray, const cv::Mat& ink, double em, const LayoutOptions& options);

}  // namespace banwen
