// Gutters: the tall strips of white (or rules) that no line of body type crosses.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/layout.h"
#include "layout/find_layout.h"

namespace banwen {

// A mask of the size of `text` with 255 where a line of type must end: inside white strips at least
// min_gutter_em wide and several lines tall, and on vertical rules. `text`: 255 = ink of body type;
// `blocked`: pictures and headlines, through which no strip passes.
//
// Specks and marks do not close the tallest strips: dirt stands in gutters as well.
//
// White inside a paragraph is never as tall: over n lines the chance that each has a punctuation mark at the
// same place falls by ten with each line.
cv::Mat find_gutters(const cv::Mat& text, const std::vector<Box>& blocked, const std::vector<Rule>& rules,
                     double em, const LayoutOptions& options);

}  // namespace banwen
