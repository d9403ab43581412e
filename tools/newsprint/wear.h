// Wear: what press, paper and scanner do to a proof. Every harm is a knob; a wear figure sets them
// all in proportion. Sizes are physical, so that the same figure means the same at any resolution.
#pragma once

#include <string>

#include "dice.h"
#include "proof.h"

namespace banwen::newsprint {

struct Wear {
    double skew_deg = 0;        // + = turned clockwise
    double paper_grey = 255;    // 0..255, mean of the bare paper
    double uneven = 0;          // grey levels of slow change over the page
    double ink_grey = 0;        // 0..255 of solid ink
    double fade = 0;            // 0..1, slow loss of ink
    double spread_mm = 0;       // ink spread by the press
    double bleed = 0;           // 0..1 of the reverse page's ink that shows through
    double blur_mm = 0;         // the scanner's, standard deviation
    double grain = 0;           // standard deviation in grey levels
    double specks_per_cm2 = 0;  // pepper, and a third as much salt
};

// The figure of a name (clean, scan, worn) or of a number as text, 0..2.
// Throws std::invalid_argument for anything else.
double wear_figure(const std::string& name);

// The knobs for a figure; skew and tint are thrown.
Wear choose_wear(double figure, Dice& dice);

// Where a point of the flat sheet lies on the worn scan; both in pixels.
Point on_scan(const Wear& wear, const Raster& sheet, Point point);

// The scan of a sheet whose back carries `reverse` (same size, or empty).
Raster make_scan(const Wear& wear, const Raster& ink, const Raster& reverse, int dpi, Dice& dice);

}  // namespace banwen::newsprint
