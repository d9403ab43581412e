// Frames: four rules around an article, an advertisement or a picture.
#pragma once

#include <vector>

#include "core/layout.h"

namespace banwen {

// Every rectangle whose four sides are rules that meet within a character of the corners (rounded corners
// included), the smallest first. `em`: body type in px. A frame of which a side is missing is not found.
std::vector<Frame> find_frames(const std::vector<Rule>& rules, double em);

}  // namespace banwen
