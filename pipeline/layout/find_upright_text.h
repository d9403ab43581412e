// Where on the page text is set down.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/geometry.h"

namespace banwen {

// Areas of body type set down, apart from each other. `text`: 255 = ink, headlines, rules and pictures taken
// out; `obstacles`: rules and pictures, which no area crosses; `em`: body type in px.
std::vector<Box> find_upright_areas(const cv::Mat& text, const std::vector<Box>& obstacles, double em);

}  // namespace banwen
