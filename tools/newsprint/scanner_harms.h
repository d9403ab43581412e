// Harms of the scanner: how the sheet lies on the glass, what is seen around it, and what is made of the
// pixels.
#pragma once

#include "wear.h"

namespace banwen::newsprint {

// The page, bent and turned as the map says, with the lid and the edge of the next page (`neighbour`: its
// ink, empty for blank) around it.
Raster lay_on_glass(const Wear& wear, const SheetMap& map, const Raster& page, const Raster& neighbour,
                    int dpi, Dice& dice);

// Scanned at a lower resolution and enlarged to this one.
Raster resampled(const Wear& wear, const Raster& scan, int dpi);

// Black and white only, divided at a share of the way from ink to paper.
Raster made_bilevel(const Wear& wear, Raster scan);

}  // namespace banwen::newsprint
