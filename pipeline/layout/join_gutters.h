// Joined gutters: where lines of two columns touch, the gutter between them is broken; it goes on below.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/geometry.h"

namespace banwen {

// `gutters` with the gaps closed between pieces that continue each other straight down. `text`: 255 = ink of
// body type; `blocked`: pictures, headlines and rules across, over which no gutter goes on; `em`: body type
// in px.
cv::Mat join_gutters(const cv::Mat& gutters, const cv::Mat& text, const std::vector<Box>& blocked, double em);

}  // namespace banwen
