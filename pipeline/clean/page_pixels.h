// A page's pixels while it is being cleaned.
#pragma once

#include "core/image.h"

namespace banwen {

struct PagePixels {
    GrayImage gray;  // paper ≈ 255
    GrayImage ink;   // of the same size; 255 = ink, 0 = paper
};

}  // namespace banwen
