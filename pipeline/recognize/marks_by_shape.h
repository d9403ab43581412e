// Marks that the networks were taught in one form only and read wrong in others: the percent sign, and the
// solid bullets of lists. Their shapes are plain enough to be known without a network.
#pragma once

#include <string>
#include <vector>

#include <opencv2/core.hpp>

#include "core/geometry.h"

namespace banwen {

struct ShapedMark {
    Box box;           // in px of the strip
    std::string text;  // UTF-8, one character
};

// The marks of a strip from left to right. `ink`: 255 = ink; `type_size`: px of one Han character in it.
std::vector<ShapedMark> find_marks_by_shape(const cv::Mat& ink, double type_size);

}  // namespace banwen
