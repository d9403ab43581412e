// Press photos: an invented landscape from a seed, printed as halftone dots.
#pragma once

#include "proof.h"

namespace banwen::newsprint {

// Prints the picture's dots into the ink plate; the picture's box is in mm, the plate at `dpi`.
void print_photo_dots(const Picture& picture, int dpi, Raster& ink);

}  // namespace banwen::newsprint
