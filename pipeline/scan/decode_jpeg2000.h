// The JPEG 2000 row of the format table.
#pragma once

#include <optional>

#include "core/stored_image.h"
#include "scan/raster.h"

namespace banwen {

// Throws Error(unreadable_input) for a damaged or cut file; never gives part of a picture.
Raster decode_jpeg2000(const PageInput& page);

// The file itself where it is boxed (JP2); nothing for a bare codestream.
// Throws Error(unreadable_input).
std::optional<StoredImage> stored_jpeg2000(const PageInput& page);

}  // namespace banwen
