// A PDF page drawn by the program pdftoppm, run as a process of its own.
#pragma once

#include "scan/raster.h"

namespace banwen {

// Grey, turned as the page says. Throws Error(unreadable_input) when the program is missing or draws nothing.
Raster render_pdf_page(const PageInput& page, double dpi);

}  // namespace banwen
