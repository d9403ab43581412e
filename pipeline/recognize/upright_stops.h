// Commas and full stops of a vertical line: small marks in the upper right corners of their cells.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/geometry.h"

namespace banwen {

// Their boxes in px of `ink` (255 = ink of one vertical line), from top to bottom. `type_size`: px of a Han
// character. A mark that touches its neighbour is not found.
std::vector<Box> find_upright_stops(const cv::Mat& ink, double type_size);

// Whether ink with such a box is of a comma's or a full stop's size.
bool is_small_mark(const Box& ink, double type_size);

// … and stands at the right of a line so wide.
bool is_upright_stop(const Box& ink, int line_width, double type_size);

}  // namespace banwen
