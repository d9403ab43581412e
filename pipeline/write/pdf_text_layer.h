// The invisible text over a scan in a PDF.
#pragma once

#include <string>
#include <vector>

#include "core/issue.h"
#include "write/pdf_font.h"
#include "write/set_page.h"

namespace banwen {

// Operators that set the blocks' lines in order, each line one run. `blocks` are in the upright frame;
// `points` is the length of a scan's pixel. Characters reach to the next one's beginning, so that no reader
// takes the white between them for a space; a gap is a space as wide as it is.
std::string pdf_text_layer(const PageInfo& page, const std::vector<SetBlock>& blocks, double points,
                           PdfFont& font);

}  // namespace banwen
