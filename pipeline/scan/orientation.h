// Turning stored pixels upright.
#pragma once

#include <utility>

#include <opencv2/core/mat.hpp>

#include "core/image.h"
#include "core/stored_image.h"

namespace banwen {

// Orientations are numbered as in TIFF and EXIF: 1 upright, 2 mirrored left to right, 3 upside down, 4
// mirrored top to bottom, 5 mirrored over the falling diagonal, 6 needs a quarter turn clockwise, 7 mirrored
// over the rising diagonal, 8 needs a quarter turn anticlockwise.
GrayImage upright(const cv::Mat& gray, int orientation);

// Where a step to the right and a step down in the stored pixels go.
std::pair<PixelStep, PixelStep> steps_of(int orientation);

// The orientation of an image that is shown so that a step to the right in the stored pixels goes
// (right_x, right_y) on the page, and a step down goes (down_x, down_y); y downwards. Only the larger part of
// each counts. `quarter_turns` clockwise turns of the whole page come after it.
int orientation_of(double right_x, double right_y, double down_x, double down_y, int quarter_turns);

}  // namespace banwen
