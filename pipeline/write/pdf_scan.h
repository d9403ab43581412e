// A scan in a PDF, as its file stores it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <qpdf/QPDF.hh>

#include "core/stored_image.h"

namespace banwen {

struct PdfScan {
    std::vector<QPDFObjectHandle> strips;  // image streams, to be named /Im0, /Im1, … in the page's resources
    std::string content;                   // operators that paint them over the whole page
};

// `width` and `height` of the page in points, the scan standing as it was delivered. `read` gives the image
// again when the file is written, so that no more than one is held at a time; images that are stored as
// pixels are packed at once.
PdfScan add_pdf_scan(QPDF& pdf, const std::function<StoredImage()>& read, double width, double height);

}  // namespace banwen
