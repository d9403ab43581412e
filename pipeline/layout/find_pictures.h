// Photographs, drawings and solid areas; and the reversed labels (white type on black) that look like them at
// first.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/layout.h"
#include "core/scan_image.h"
#include "layout/find_layout.h"

namespace banwen {

// One line of white type on a solid dark box.
struct Label {
    Box box;
    Box type;  // around the type alone: a band is often much longer than the words on it
};

struct DarkAreas {
    std::vector<Picture> pictures;
    std::vector<Label> labels;
    std::vector<Box> bands;  // solid dark boxes with several lines of white type
};

// `ink`: the page's ink without the scanner's border; `em`: the page's body type in px. All boxes are in the
// page's frame.
//
// A photograph or halftone stands on ground darker than paper, and of many tones; a tint under type has one
// tone, and bold display type, whose ground is dark too, has no middle tones. Single pieces of ink larger
// than any type are drawings. Type leaves more than a third of its surroundings white: what leaves less, is
// low, and has light parts of the size and number of characters is a reversed label; a solid box with
// several rows of such parts, or with parts of several sizes, is a band. What it cannot do: outlines drawn
// with thin strokes in several pieces, and pictures as pale as the paper's own play.
DarkAreas find_dark_areas(const CleanPage& page, const cv::Mat& ink, double em, const LayoutOptions& options);

}  // namespace banwen
