// A line's pixels as an engine wants them: alone, dark on white, cropped to its ink, at a good height.
#pragma once

#include <vector>

#include "core/layout.h"
#include "core/scan_image.h"
#include "recognize/marks_by_shape.h"
#include "recognize/recognizer.h"

namespace banwen {

struct LineCutOptions {
    double margin_em = 0.13;       // paper left around the ink
    double counted_speck = 0.006;  // em² below which a piece of ink counts as a speck
    double least_specks_an_em = 0.1;
    double most_specks_an_em = 5;  // with so many, and more than one, a line is dirty, …
    double erased_speck = 0.008;   // … and its pieces of ink below so many em² are erased
};

// A piece of the strip that stands elsewhere on the page: the strip's columns [left, left + width) lie with
// column `left` and row 0 at `on_page` in the page's frame. A horizontal line is one piece, a vertical one a
// piece a character, or a run of them that lies on its side.
struct StripPiece {
    int left = 0;
    int width = 0;
    Point on_page;
    Box turned;  // on the page, of a mark that lies across a vertical line; empty: the piece is as it stands
    // A run that lies on its side in a vertical line: from `on_page` the strip's columns go down the page,
    // and its rows to the left.
    bool sideways = false;
};

// A line cut from the page and laid out from left to right. `gray` is empty where the line has no ink.
struct CutLine {
    GrayImage gray;        // the strip, dark on white, at the page's own scale
    GrayImage ink;         // the same: 255 = ink of this line alone
    double type_size = 0;  // px of one Han character in the strip
    std::vector<StripPiece> pieces;
    std::vector<ShapedMark> marks;  // known already, and taken out of the strip; boxes on the page
};

// One way to show a strip to an engine.
struct Look {
    int height = 36;        // px of the image
    double softness = 0.7;  // px of it by which it is blurred: sharp edges are strange to the networks
    bool median = false;    // of 3 × 3 px of the strip: takes grain and specks, and of thin type the strokes
};

// Ink of neighbours that reaches into the line's box (rules, frames, parts of other lines) is painted over.
// Reversed lines come out dark on white, the characters of vertical ones side by side.
CutLine cut_line(const CleanPage& page, const LineBox& line, WritingMode mode, const LineCutOptions& options);

// px of the look's image for one px of the strip.
double scale_of(const CutLine& cut, const Look& look);

// The strip as an engine is to see it; empty where the strip is.
LineImage look_at(const CutLine& cut, const Look& look);

// Whether what stands in the box of the strip (at the page's scale) lies across the line on the page.
bool is_turned(const CutLine& cut, const Box& in_strip);

// Where a box of the strip (at the page's scale) stands on the page.
Box on_page(const CutLine& cut, const Box& in_strip);

}  // namespace banwen
