// The TIFF row of the format table.
#pragma once

#include "scan/raster.h"

namespace banwen {

// Thumbnails and masks do not count as pages. A page whose place is told but cannot be reached counts, and
// then fails in decode_tiff. At least 1.
int count_tiff_pages(const ByteSource& bytes, const std::string& file);

// Throws Error(unreadable_input) for a damaged page; other pages of the file are not looked at.
Raster decode_tiff(const PageInput& page);

}  // namespace banwen
