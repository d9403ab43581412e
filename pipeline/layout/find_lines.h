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
// where its rows have least ink. Tall thin strokes and rows of specks are no lines.
std::vector<LineBox> find_lines(const cv::Mat& text, const cv::Mat& gutters, double em);

// Median distance in px from a body line's top to the next one's below it; 1.4 em where there are none.
double usual_pitch(const std::vector<Box>& lines, double em);

}  // namespace banwen
