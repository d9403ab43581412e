// Grey page images as PNG or JPEG files, with their resolution in them.
#pragma once

#include <string>

#include "proof.h"

namespace banwen::newsprint {

// One bit a pixel where the raster holds nothing but black and white.
// Both throw std::runtime_error naming the file when it cannot be written.
void write_png(const Raster& raster, int dpi, const std::string& path);
void write_jpeg(const Raster& raster, int dpi, int quality, const std::string& path);

// What is left of a page after it was a JPEG file of this quality. Throws std::runtime_error when the library
// refuses.
Raster through_jpeg(const Raster& raster, int quality);

}  // namespace banwen::newsprint
