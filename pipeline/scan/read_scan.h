// The scan room: a page image file becomes a Scan. Knows file formats, and refuses what is damaged or too
// large before decoding it.
#pragma once

#include <cstdint>
#include <string>

#include "core/scan_image.h"

namespace banwen {

struct ScanOptions {
    std::int64_t max_pixels = 400'000'000;  // width × height; a broadsheet at 600 dpi has 150 million
    int max_side = 32'000;                  // px
    int render_dpi = 300;                   // for PDF pages that are not one embedded image
};

// One page of one file.
struct PageRef {
    std::string file;  // path; any bytes
    int index = 0;     // 0-based page inside the file
};

// Reads and decodes one page. Grey, upright as the file's orientation tag says; dpi 0 when the file does not
// tell. Throws Error(unreadable_input): missing, empty, damaged, encrypted, too large, or not an image.
Scan read_scan(const PageRef& page, const ScanOptions& options);

}  // namespace banwen
