// Wear: what press, paper, readers and scanner do to a proof. Every harm is a knob of its own; a wear figure
// sets the usual ones in proportion. Sizes are physical, so that a figure means the same at any resolution.
#pragma once

#include <string>

#include "dice.h"
#include "proof.h"
#include "sheet_map.h"

namespace banwen::newsprint {

// The knobs; harm_table.cpp says what each does and how far it goes. All at rest: the proof as it is.
struct Wear {
    Bends bends;
    double spread_mm = 0;
    double loss = 0;
    double fade = 0;
    double ink_grey = 0;
    double paper_grey = 255;
    double yellow = 0;
    double fibre = 0;
    double bleed = 0;
    double fold = 0;
    double stamps = 0;
    double underlines = 0;
    double uneven = 0;
    double blur_mm = 0;
    double pepper_per_cm2 = 0;
    double salt_per_cm2 = 0;
    double grain = 0;
    double from_dpi = 0;
    double bilevel = 0;
    double jpeg_quality = 0;
};

// The figure of a name (clean, scan, worn, ruined) or of a number as text, 0..2.
// Throws std::invalid_argument for anything else.
double wear_figure(const std::string& name);

// The knobs for a figure: print, paper and scanner in proportion, folds, borders and the like as chance has
// it.
Wear choose_wear(double figure, Dice& dice);

// What lies under the lamp: the page, what is printed on its back, and the page beside it. `reverse` and
// `neighbour` may be empty; they are then blank.
struct Stack {
    const Proof& front;
    const Raster& reverse;
    const Raster& neighbour;
};

// The scan: as large as the map says. 255 is white.
Raster make_scan(const Wear& wear, const SheetMap& map, const Stack& stack, int dpi, Dice& dice);

}  // namespace banwen::newsprint
