// Punch holes: black discs where a file's rings went through the sheet.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/geometry.h"

namespace banwen {

// Boxes of the discs near the page's edges, of the size of a punch hole, that stand in no line of large type.
// `type`: 255 = ink, pictures taken out; `em`: body type in px; `dpi` of the mask. What it cannot do: holes
// that are torn out, and holes through a picture.
std::vector<Box> find_holes(const cv::Mat& type, double em, double dpi);

}  // namespace banwen
