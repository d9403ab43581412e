// The engine says roughly where each character stands; the ink says exactly.
#pragma once

#include <vector>

#include "core/image.h"
#include "core/text_line.h"

namespace banwen {

// Glyphs from left to right with rough boxes in px of `ink` → the same glyphs with boxes around their own
// ink. The line is divided so that each part is as wide as its character should be (type_size: px of a Han
// character), near its rough place, and cut where there is least ink. A glyph for which no ink is left
// keeps its rough box if it is a character; a mark without ink is none, and left out, as are quotation
// marks and hyphens that the engine doubts and whose ink is a speck.
std::vector<Glyph> fit_boxes(std::vector<Glyph> glyphs, const GrayImage& ink, double type_size);

}  // namespace banwen
