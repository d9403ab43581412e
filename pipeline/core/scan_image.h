// Scan and CleanPage: a page's pixels before and after cleaning.
#pragma once

#include <string>

#include "core/found.h"
#include "core/geometry.h"
#include "core/image.h"
#include "core/scan_map.h"

namespace banwen {

// One image as it was scanned.
struct Scan {
    GrayImage gray;         // of a colour image the mix in which ink stands out best
    double dpi = 0;         // as the file says; 0 = unknown
    std::string file;       // path as given; any bytes
    int index_in_file = 0;  // 0-based page of a multi-page file
};

// The upright page. Every later box is in this frame; only writers map back with `to_scan`.
struct CleanPage {
    GrayImage gray;  // background flattened to white, dark text
    GrayImage ink;   // same size; 255 = ink, 0 = paper
    // The same area, reduced: how bright the ground is under the type; 255 = bare paper, less = a tint or a
    // photograph. Empty where it was not measured.
    GrayImage shade;
    double dpi = 0;  // of this frame, never 0 on a page with text (estimated where the file is silent)
    Found<double> type_size;  // body type: the pitch of one Han character in px of this frame
    Found<int> rotation;      // quarter turns clockwise that made the scan upright: 0, 90, 180 or 270 degrees
    Found<double> skew;       // degrees by which the scan stood turned clockwise after that; within ±10
    Found<double> bend;       // px of this frame by which straightening moved some place at most
    // Of the scan as delivered: what its file says, or an estimate where the file is silent or cannot be
    // right.
    double scan_dpi = 0;
    bool dpi_estimated = false;
    ScanMap to_scan;  // this frame → pixels of the scan as delivered
    int scan_width = 0;
    int scan_height = 0;
};

}  // namespace banwen
