// Survey the page: what must be known of a page before its pixels are touched, measured on a small copy.
// 2,400 px along the longer side keep the body type of a broadsheet above 12 px, which is all that the
// finders need, and bound the time whatever the resolution.
#pragma once

#include "core/found.h"
#include "core/image.h"
#include "core/scan_map.h"

namespace banwen {

struct Survey {
    Found<double> type_size;  // px of the scan; value > 0 even when unsure: then a guess from the page's size
    Found<int> rotation;      // see find_rotation.h
    Found<double> skew;       // see find_skew.h
    // See find_bend.h; px of the scan after it was turned upright, by rotation and skew as far as they are
    // sure.
    Found<Bend> bend;
};

// Of a page of that many px before anything is measured: what is usual of newspapers.
double guessed_type_size(const GrayImage& scan);

// `max_skew_deg` is searched on both sides. A blank or empty scan gives confidence 0 in all.
Survey survey_page(const GrayImage& scan, double max_skew_deg);

}  // namespace banwen
