// Formats that OpenCV decodes well once their headers have been checked.
#pragma once

#include <string_view>

#include "scan/raster.h"

namespace banwen {

struct OpencvDecoding {
    std::string_view name;  // of the format, for messages
    int depth = 0;          // bits a sample; 0 = all bits of the type that OpenCV chooses
};

// Grey or BGR with 8 bits; what is transparent becomes white paper. Throws Error(unreadable_input) when the
// bytes are damaged.
cv::Mat decode_opencv(const PageInput& page, std::span<const std::uint8_t> bytes, OpencvDecoding decoding);

}  // namespace banwen
