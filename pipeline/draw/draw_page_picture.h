// A scan as a small picture file, for pages that show it beside its text.
#pragma once

#include <string>

#include "core/image.h"

namespace banwen {

// The bytes of a grey JPEG of the image, its sides multiplied by `scale` (0 < scale ≤ 1); "" for an empty
// image. Throws Error(cannot_write) when it cannot be made.
std::string draw_page_picture(const GrayImage& image, double scale);

}  // namespace banwen
