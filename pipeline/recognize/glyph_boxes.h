// The engine says roughly where each character stands; the ink says exactly.
#pragma once

#include <vector>

#include "core/image.h"
#include "core/text_line.h"

namespace banwen {

// Glyphs from left to right, with rough boxes in px of `ink` → the same glyphs with boxes around their ink.
// The line is cut between neighbours where it has least ink; a glyph without ink of its own keeps its rough
// box.
std::vector<Glyph> fit_boxes(std::vector<Glyph> glyphs, const GrayImage& ink);

}  // namespace banwen
