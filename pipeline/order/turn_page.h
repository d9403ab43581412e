// Articles that are set down obey the same make-up as any other, after a quarter turn of the page
// counter-clockwise.
#pragma once

#include <vector>

#include "core/layout.h"
#include "order/piece.h"

namespace banwen {

// Boxes of regions, rules, frames and pictures turned; writing modes exchanged. Regions keep no lines.
Layout turned(const Layout& layout);

// The pieces on a page of `width` px, turned; the boxes of their lines too, but not those of the glyphs.
std::vector<Piece> turned(const std::vector<Piece>& pieces, int width);

// Whether each piece belongs to an article that is set down: body type set down, and the headlines set down
// beside it. A headline set down beside text that is set across does not.
std::vector<bool> set_down(const std::vector<Piece>& pieces, double em);

}  // namespace banwen
