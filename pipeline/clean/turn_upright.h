// Turn upright: quarter turns, skew, bend and scale in one resampling, and the map back to the scan.
//
// The upright frame is large enough to hold the whole scan: nothing is cut off, what lies outside of the scan
// is white. Pixels are taken by cubic interpolation, once; quarter turns alone move pixels without changing
// them.
#pragma once

#include "core/image.h"
#include "core/scan_map.h"

namespace banwen {

struct Turn {
    int rotation = 0;     // degrees clockwise that make the scan upright: 0, 90, 180, 270
    double skew_deg = 0;  // by which it then still stands turned clockwise
    double scale = 1;     // px of the upright frame per px of the scan
    // Of the page after rotation and skew, px of the scan: where a point of the straightened page lies on it.
    Bend bend;
};

// An upright frame and its way back to the scan's pixels, in coordinates of pixel edges: pixel (0, 0) covers
// [0, 1) × [0, 1).
struct UprightFrame {
    int width = 0;
    int height = 0;
    ScanMap to_scan;
};

// False for images with a side too long for the resampling (32,000 px, before or after): leave those as they
// are.
bool can_turn(int scan_width, int scan_height, const Turn& turn);

// The frame that holds all of a scan of that size (px) after the turn; the quarter turn comes first, then the
// skew is taken out, then the bend, then it is scaled.
UprightFrame upright_frame(int scan_width, int scan_height, const Turn& turn);

// The same turn for a copy of the scan that is `factor` times as large; the copy itself is not scaled.
Turn turn_of_copy(const Turn& turn, double factor);

// The scan in that frame; an empty scan stays empty. Only for what can_turn.
GrayImage turn_upright(const GrayImage& scan, const Turn& turn);

// A page that stands upright but is bent, straightened in its own frame; what comes in from outside has the
// given shade. An empty bend returns the page.
GrayImage straightened(const GrayImage& page, const Bend& bend, std::uint8_t outside);

}  // namespace banwen
