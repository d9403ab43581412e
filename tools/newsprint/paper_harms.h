// Harms of paper: its tone and fibres, the other side's print, the fold.
#pragma once

#include "wear.h"

namespace banwen::newsprint {

// Grey of the bare paper, and of solid ink on it.
double paper_tone(const Wear& wear);

// The page with its ink on it; 255 is white. `reverse` is the ink of the other side, empty for none.
Raster lay_ink_on_paper(const Wear& wear, const Raster& ink, const Raster& reverse, int dpi, Dice& dice);

// A crease over the whole width or height: ink rubbed off, dirt, and a slope to either side that takes the
// light otherwise.
Raster folded(const Wear& wear, Raster page, int dpi, Dice& dice);

// A curled page is darker where it rises from the glass.
Raster in_shade_of_spine(const SheetMap& map, Raster page);

}  // namespace banwen::newsprint
