// An image that a PDF holds, decoded from its own bytes.
#pragma once

#include <optional>

#include <qpdf/QPDFObjectHandle.hh>

#include "scan/raster.h"

namespace banwen {

// The image's pixels as stored; dpi and orientation are the page's business. Nothing for a kind that only a
// renderer shows rightly (masks, palettes, JBIG2, printing colours). Throws Error(unreadable_input) when the
// image is damaged or too large.
std::optional<Raster> read_pdf_image(const QPDFObjectHandle& image, const PageInput& page);

}  // namespace banwen
