// Stands in for decode_pdf.cpp in a build without BANWEN_PDF.
#include "scan/decode_pdf.h"

namespace banwen {

int count_pdf_pages(const ByteSource&, const std::string&) {
    return 1;
}

Raster decode_pdf(const PageInput& page) {
    throw page.refusal("is a PDF, which this build does not read", "make images of its pages first");
}

std::optional<StoredImage> stored_pdf_image(const PageInput&) {
    return std::nullopt;
}

}  // namespace banwen
