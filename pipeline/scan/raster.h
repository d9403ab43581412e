// What a decoder is given and what it gives back, before the pixels are made grey and turned upright.
#pragma once

#include <string>
#include <string_view>

#include <opencv2/core/mat.hpp>

#include "core/error.h"
#include "scan/byte_source.h"
#include "scan/read_scan.h"

namespace banwen {

// Pixels as stored: CV_8UC1 grey or CV_8UC3 in the order blue, green, red.
struct Raster {
    cv::Mat pixels;
    double dpi = 0;       // as the file says; 0 = it does not
    int orientation = 1;  // as in EXIF: 1 upright … 8, see upright() in orientation.h
};

// One page to decode.
struct PageInput {
    const ByteSource& bytes;
    std::string file;  // the path as given, for PDF programs and for messages
    int index = 0;     // 0-based page in `bytes`
    const ScanOptions& options;

    // "FILE, page 3: what; advice" (the page only where it is not the first) as Error(unreadable_input).
    Error refusal(std::string_view what, std::string_view advice) const;

    // The same for the commonest case.
    Error damaged(std::string_view what) const;

    // Throws a refusal unless the size is within the options' limits. Decoders call it with what the header
    // says, before they allocate anything.
    void check_size(std::int64_t width, std::int64_t height) const;
};

}  // namespace banwen
