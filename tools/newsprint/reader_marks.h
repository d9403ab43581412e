// What readers and librarians leave on a page: stamps and strokes of a ball-point under lines.
#pragma once

#include "wear.h"

namespace banwen::newsprint {

// Round stamps anywhere on the page, turned anyhow; the print shows through them.
Raster stamped(const Wear& wear, Raster page, int dpi, Dice& dice);

// Strokes of a pen under some of the lines of text; line_ink as in Proof.
Raster underlined(const Wear& wear, Raster page, const std::vector<std::vector<Box>>& line_ink, int dpi,
                  Dice& dice);

}  // namespace banwen::newsprint
