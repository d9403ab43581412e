// A scan at half its size.
#pragma once

#include "core/scan_image.h"

namespace banwen {

// Each pixel the mean of four, the last row and column left out where their number is odd; the resolution
// halves with it. A scan of less than two pixels a side stays as it is.
Scan half_size(Scan scan);

}  // namespace banwen
