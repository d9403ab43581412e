// The JPEG row of the format table.
#pragma once

#include <optional>

#include "core/stored_image.h"
#include "scan/raster.h"

namespace banwen {

// Throws Error(unreadable_input) for a damaged or cut file; never gives part of a picture.
Raster decode_jpeg(const PageInput& page);

// The file itself, with its size and colours; damage behind the header is not found.
// Throws Error(unreadable_input).
std::optional<StoredImage> stored_jpeg(const PageInput& page);

}  // namespace banwen
