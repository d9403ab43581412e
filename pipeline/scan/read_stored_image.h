// A page's image without decoding it, where its file's kind allows that.
#pragma once

#include "core/stored_image.h"
#include "scan/read_scan.h"

namespace banwen {

// JPEG, JP2 and group 4 fax come as they are stored, in TIFF, in files of their own and (JPEG, JP2) in a PDF
// page that is one image; so do the rows of a PNG without palette, transparency and interlacing. All other
// images come as pixels in their colours. Throws as read_scan() does.
StoredImage read_stored_image(const PageRef& page, const ScanOptions& options);

}  // namespace banwen
