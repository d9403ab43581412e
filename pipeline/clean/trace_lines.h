// Trace lines: strips of type on a page, found before anything is known of columns or articles. They serve to
// measure the page (type size, which way lines run), not to read it; layout finds the lines that are read.
//
// Gaps in a row of pixels that are shorter than the given one are filled; what then hangs together, is about
// a character thick and at least three long, is a line. Leading in newspapers is wider than the gaps between
// characters of a line, so filling along the wrong direction gives either single characters or large clots,
// and hardly any line: the direction in which more lines are found is the direction of the type.
#pragma once

#include <vector>

#include "core/geometry.h"
#include "core/image.h"

namespace banwen {

// Ink of marks that can be body type of about `type_size` px: without pictures, frames, rules, headlines and
// dust.
GrayImage type_ink(const GrayImage& ink, double type_size);

// Boxes of horizontal lines in the mask of `type_ink`; gaps up to `gap` characters are bridged. For vertical
// lines hand in the transposed mask and turn the boxes back.
std::vector<Box> trace_lines(const GrayImage& type, double type_size, double gap);

// A part of a line that may lean or bow, with nothing of its neighbours.
struct LinePiece {
    Box box;             // on the page
    GrayImage darkness;  // of that size; 0 = paper, 255 = ink
};

// The lines of `type` that run across, cut into pieces of `length` characters and more; none shorter than
// five.
std::vector<LinePiece> trace_pieces(const GrayImage& darkness, const GrayImage& type, double type_size,
                                    double length);

}  // namespace banwen
