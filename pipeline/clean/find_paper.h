// Find paper: where the sheet ends on the scan and the dark surround begins that a scanner's bed, a film's
// frame or the shadow of the next leaves puts around it.
//
// Each side is found for itself: row by row, how far the dark reaches in from the scan's edge. A sheet's edge
// is a smooth line, straight or gently curved, and dark stands along most of it; a photograph that runs off
// the page is neither. A surround of the same tone as the paper, the other page of a spread, and one deeper
// than a seventh of the scan are not found.
#pragma once

#include <cstdint>
#include <vector>

#include "core/image.h"

namespace banwen {

struct PaperSide {
    // Of the surround in px, a value for each row (left, right) or column (top, bottom).
    std::vector<int> depth;
    std::vector<std::uint8_t> tone;  // of the paper beside it
    double confidence = 0;
};

struct Paper {
    PaperSide left, right, top, bottom;
};

constexpr double kSureSurround = 0.75;  // a side below this confidence is left alone

// Confidence 0 and no depths for a side where nothing is found; an empty scan gives nothing at all.
Paper find_paper(const GrayImage& scan);

// The scan with all surround, of the sides that are sure, painted in the tone of the paper beside it.
GrayImage without_surround(GrayImage scan, const Paper& paper);

}  // namespace banwen
