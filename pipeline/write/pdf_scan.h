// A scan in a PDF, as its file stores it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <qpdf/QPDF.hh>

#include "core/stored_image.h"
#include "write/scratch_file.h"

namespace banwen {

struct PdfScan {
    std::vector<QPDFObjectHandle> strips;  // image streams, to be named /Im0, /Im1, … in the page's resources
    std::string content;                   // operators that paint them over the whole page
};

// Where the bytes of images come from when the file is written, so that no more than one is held at a time.
struct PdfScanSource {
    std::function<StoredImage()> read;     // the image, the same at every call
    std::shared_ptr<ScratchFile> scratch;  // where those that are stored as pixels lie packed until then
};

// `width` and `height` of the page in points, the scan standing as it was delivered.
PdfScan add_pdf_scan(QPDF& pdf, const PdfScanSource& source, double width, double height);

}  // namespace banwen
