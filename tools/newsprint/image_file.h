// Grey page images as PNG or JPEG files, with their resolution in them.
#pragma once

#include <string>

#include "proof.h"

namespace banwen::newsprint {

// Both throw std::runtime_error naming the file when it cannot be written.
void write_png(const Raster& raster, int dpi, const std::string& path);
void write_jpeg(const Raster& raster, int dpi, int quality, const std::string& path);

}  // namespace banwen::newsprint
