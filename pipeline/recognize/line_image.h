// A line's pixels as an engine wants them: alone, dark on white, cropped to its ink, at a good height.
#pragma once

#include <vector>

#include "core/layout.h"
#include "core/scan_image.h"
#include "recognize/recognizer.h"

namespace banwen {

struct LineImageOptions {
    int line_height = 36;     // px of the image for the engine
    double margin_em = 0.13;  // paper left around the ink
};

// A piece of the strip that stands elsewhere on the page: the strip's columns [left, left + width) lie with
// column `left` and row 0 at `on_page` in the page's frame. A horizontal line is one piece, a vertical one a
// piece a character.
struct StripPiece {
    int left = 0;
    int width = 0;
    Point on_page;
};

// A line cut from the page and laid out from left to right. `image` is empty where the line has no ink.
struct CutLine {
    LineImage image;   // the strip, scaled for the engine
    GrayImage ink;     // the strip at the page's own scale: 255 = ink of this line alone
    double scale = 1;  // px of `image` for one px of the strip
    std::vector<StripPiece> pieces;
};

// Ink of neighbours that reaches into the line's box (rules, frames, parts of other lines) is painted over.
// Reversed lines come out dark on white, the characters of vertical ones side by side.
CutLine cut_line(const CleanPage& page, const LineBox& line, WritingMode mode,
                 const LineImageOptions& options);

// Where a box of the strip (at the page's scale) stands on the page.
Box on_page(const CutLine& cut, const Box& in_strip);

}  // namespace banwen
