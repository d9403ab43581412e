// Runs of figures and Latin letters that lie on their side in a vertical line, as times and long numbers do.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "recognize/strip.h"

namespace banwen {

// Their rows, from top to bottom. `ink`: 255 = ink of one vertical line; `type_size`: px of a Han character.
std::vector<Cell> find_sideways_runs(const cv::Mat& ink, double type_size);

}  // namespace banwen
