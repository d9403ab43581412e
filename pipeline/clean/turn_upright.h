// Turn upright: quarter turns, skew and scale in one resampling, and the exact map back to the scan.
//
// The upright frame is large enough to hold the whole scan: nothing is cut off, what lies outside of the scan
// is white. Pixels are taken by cubic interpolation, once; quarter turns alone move pixels without changing
// them.
#pragma once

#include "core/geometry.h"
#include "core/image.h"

namespace banwen {

struct Turn {
    int rotation = 0;     // degrees clockwise that make the scan upright: 0, 90, 180, 270
    double skew_deg = 0;  // by which it then still stands turned clockwise
    double scale = 1;     // px of the upright frame per px of the scan
};

// An upright frame and its way back to the scan's pixels, in coordinates of pixel edges: pixel (0, 0) covers
// [0, 1) × [0, 1).
struct UprightFrame {
    int width = 0;
    int height = 0;
    PageMap to_scan;
};

// False for images with a side too long for the resampling (32,000 px, before or after): leave those as they
// are.
bool can_turn(int scan_width, int scan_height, const Turn& turn);

// The frame that holds all of a scan of that size (px) after the turn; the quarter turn comes first, then the
// skew is taken out, then it is scaled.
UprightFrame upright_frame(int scan_width, int scan_height, const Turn& turn);

// The scan in that frame; an empty scan stays empty. Only for what can_turn.
GrayImage turn_upright(const GrayImage& scan, const Turn& turn);

}  // namespace banwen
