// Grounds in halftone: press photos, each an invented landscape from a seed, and tints.
#pragma once

#include "proof.h"

namespace banwen::newsprint {

// Prints the panel's dots into the ink plate; the panel's box is in mm, the plate at `dpi`.
void print_dots(const Panel& panel, int dpi, Raster& ink);

}  // namespace banwen::newsprint
