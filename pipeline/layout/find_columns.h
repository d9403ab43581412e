// Columns: body lines under each other become regions, and cross-heads among them regions of their own.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/layout.h"

namespace banwen {

// Regions of kind body and crosshead. `lines`: body lines of the page; `walls`: boxes that no column passes
// (rules across, pictures, headlines); `em`: body type in px. A region's box is its measure: as wide as its
// widest line.
//
// A line continues the region above it when it stands under it by no more than the usual white, begins at its
// left edge (but for an indent) or lies within its measure, and no wall lies between. Lines of which one ends
// at a gutter that the other one runs past belong to different columns.
std::vector<Region> find_columns(std::vector<LineBox> lines, const std::vector<Box>& walls,
                                 const cv::Mat& gutters, double em);

}  // namespace banwen
