// The layout room: what stands where on the page. Nothing is read here.
#pragma once

#include "core/layout.h"
#include "core/scan_image.h"

namespace banwen {

// Lengths in mm hold for any resolution; lengths in em are multiples of the body type's character pitch.
struct LayoutOptions {
    double min_rule_em = 4;      // a printed rule is at least this long
    double max_rule_mm = 1.6;    // … and at most this thick
    double min_picture_em = 4;   // a picture is at least this wide and high
    double min_gutter_em = 0.7;  // white between two columns
    double headline_em = 1.45;   // type this much larger than body type is a headline
};

// Total: a page without ink gives an empty layout.
Layout find_layout(const CleanPage& page, const LayoutOptions& options);

}  // namespace banwen
