// Worn column rules: thin rules between columns of which the print or the film has left dashes.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/layout.h"

namespace banwen {

// Boxes that follow the rules from dash to dash, as thin as the dashes and without holes. `text`: 255 = ink
// without `rules`, the parts that are whole; `em`: body type in px. Empty where there are none.
std::vector<Box> find_worn_rules(const cv::Mat& text, const std::vector<Rule>& rules, double em);

}  // namespace banwen
