// The ground: what remains of a page when its strokes are closed over.
#pragma once

#include <opencv2/core.hpp>

#include "core/image.h"

namespace banwen {

// The page reduced to about eight pixels a character, with every stroke narrower than one and a half
// characters filled from the brightness around it.
cv::Mat ground_of(const GrayImage& gray, double type_size);

}  // namespace banwen
