// The PNG row of the format table.
#pragma once

#include <optional>

#include "core/stored_image.h"
#include "scan/raster.h"

namespace banwen {

// Throws Error(unreadable_input) for a damaged or cut file; never gives part of a picture.
Raster decode_png(const PageInput& page);

// The packed rows of a grey or coloured image of up to 8 bits a sample; nothing for palettes, transparency
// and interlacing. For files that were decoded once: the pixels are not looked at.
std::optional<StoredImage> stored_png(const PageInput& page);

}  // namespace banwen
