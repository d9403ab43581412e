// Harms of lens, film and dust on the glass.
#pragma once

#include "wear.h"

namespace banwen::newsprint {

// The picture as the lens draws it.
Raster seen_through_lens(const Wear& wear, const Raster& scene, int dpi);

// Pepper and salt: specks of dirt and holes in the emulsion.
Raster specked(const Wear& wear, Raster scan, int dpi, Dice& dice);

// Film grain.
Raster grained(const Wear& wear, Raster scan, int dpi, Dice& dice);

}  // namespace banwen::newsprint
