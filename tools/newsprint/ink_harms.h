// Harms of ink: what the press does to a clean plate before it is on paper.
#pragma once

#include "wear.h"

namespace banwen::newsprint {

// The ink as printed: spread into the fibres, paler where the pressure was low, eaten away in grains.
// 255 is full ink.
Raster print_ink(const Wear& wear, const Raster& plate, int dpi, Dice& dice);

}  // namespace banwen::newsprint
