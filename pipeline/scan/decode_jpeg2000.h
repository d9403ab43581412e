// The JPEG 2000 row of the format table.
#pragma once

#include "scan/raster.h"

namespace banwen {

// Throws Error(unreadable_input) for a damaged or cut file; never gives part of a picture.
Raster decode_jpeg2000(const PageInput& page);

}  // namespace banwen
