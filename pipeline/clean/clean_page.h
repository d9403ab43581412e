// The clean room: a Scan becomes an upright page with white paper and dark ink. Each step that is unsure
// leaves the page as it stands.
#pragma once

#include "core/scan_image.h"

namespace banwen {

struct CleanOptions {
    double max_skew_deg = 10;  // searched on both sides
    double min_type_px = 22;   // a page with smaller body type is scaled up, so that the engine can read it
    double default_type_mm = 3.4;  // pitch of body type that an unknown dpi is estimated from (about 9.5 pt)
};

// Total: an empty or blank scan gives a page without ink. Boxes of all later rooms are in the returned frame.
CleanPage clean_page(const Scan& scan, const CleanOptions& options);

}  // namespace banwen
