// The PDF row of the format table. A build without BANWEN_PDF has no_pdf.cpp in place of decode_pdf.cpp.
#pragma once

#include <optional>

#include "core/stored_image.h"
#include "scan/raster.h"

namespace banwen {

// Pages that a damaged file promises but does not hold count too; they fail in decode_pdf. Throws
// Error(unreadable_input) when the file cannot be opened.
int count_pdf_pages(const ByteSource& bytes, const std::string& file);

// A page that is one scan image gives that image's own pixels; any other page is rendered. Throws
// Error(unreadable_input): damaged, encrypted, or no program to render with.
Raster decode_pdf(const PageInput& page);

// The image of a page that is nothing but a JPEG or JP2; nothing for other pages.
// Throws Error(unreadable_input).
std::optional<StoredImage> stored_pdf_image(const PageInput& page);

}  // namespace banwen
