// Body lines: text components joined along rows as far as the gutters let them.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/layout.h"

namespace banwen {

// Boxes of the lines of body type in `text` (255 = ink; headlines, rules and pictures taken out), in no
// order. `gutters` is the mask of find_gutters; `em` the body type in px.
//
// White runs of up to two characters are filled along each row, but never across a gutter; what hangs
// together then is a line. A piece higher than a line and a half holds several lines that touch: it is cut
// where its rows have least ink.
std::vector<LineBox> find_lines(const cv::Mat& text, const cv::Mat& gutters, double em);

}  // namespace banwen
