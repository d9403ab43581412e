// The TIFF row of the format table.
#pragma once

#include <optional>

#include "core/stored_image.h"
#include "scan/raster.h"

namespace banwen {

// Thumbnails and masks do not count as pages. A page whose place is told but cannot be reached counts, and
// then fails in decode_tiff. At least 1.
int count_tiff_pages(const ByteSource& bytes, const std::string& file);

// Throws Error(unreadable_input) for a damaged page; other pages of the file are not looked at.
Raster decode_tiff(const PageInput& page);

// The strips of a group 4 fax page; nothing for other pages.
// Throws Error(unreadable_input).
std::optional<StoredImage> stored_fax(const PageInput& page);

}  // namespace banwen
