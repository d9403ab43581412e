// Survey the page: what must be known of a page before its pixels are touched, measured on a small copy.
// 2,400 px along the longer side keep the body type of a broadsheet above 12 px, which is all that the
// finders need, and bound the time whatever the resolution.
#pragma once

#include "core/found.h"
#include "core/image.h"

namespace banwen {

struct Survey {
    Found<double> type_size;  // px of the scan; value > 0 even when unsure: then a guess from the page's size
    Found<int> rotation;      // see find_rotation.h
    Found<double> skew;       // see find_skew.h
};

// `max_skew_deg` is searched on both sides. A blank or empty scan gives confidence 0 in all three.
Survey survey_page(const GrayImage& scan, double max_skew_deg);

}  // namespace banwen
