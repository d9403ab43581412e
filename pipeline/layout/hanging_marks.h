// Commas and stops that hang into the gutter, so that a line of type need not give up a character for them.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/layout.h"

namespace banwen {

// The regions, whose full lines end with the comma or stop that hangs behind them, if one does; the measure
// of the column stays as it is. `type`: mask of body type across, 255 = ink; `em`: body type in px.
std::vector<Region> with_hanging_marks(std::vector<Region> regions, const cv::Mat& type, WritingMode mode,
                                       double em);

}  // namespace banwen
