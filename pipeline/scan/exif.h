// The few EXIF tags that matter for a scan.
#pragma once

#include <cstdint>
#include <span>

namespace banwen {

struct ExifTags {
    int orientation = 1;  // 1..8
    double dpi = 0;       // horizontal; 0 = not told
};

// `block` begins at its TIFF header ("II" or "MM"). A damaged block gives what could be read of it.
ExifTags read_exif(std::span<const std::uint8_t> block);

}  // namespace banwen
