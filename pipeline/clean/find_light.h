// Find light: how light falls off over a page towards the spine of a bound volume or an upright fold.
//
// A falling off runs the whole height of the page: down every part of a column of the page even its lightest
// tones are dark. Pictures and tinted boxes end somewhere, and paper shows above or
// below them in the same column. The light goes gradually on one side at least; a dark panel that runs from
// head to foot has sharp sides and is left as printed.
//
// What falls off towards head or foot is left alone, since pictures are often as wide as the page; so is the
// shadow of a hand, which has no straight run.
#pragma once

#include "core/found.h"
#include "core/image.h"

namespace banwen {

// The light as a coarse picture of the same area, 255 = as much as falls on most of the page. Confidence: how
// deep the deepest shadow is, from a tenth to a third; 0 where light is even, and on a page without paper.
Found<GrayImage> find_light(const GrayImage& gray, double type_size);

// The page as it were in even light; what lies deeper than a quarter of the light stays dark.
GrayImage in_even_light(GrayImage gray, const GrayImage& light);

}  // namespace banwen
