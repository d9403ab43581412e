// Dirt and the neighbour page's edge beside the type area.
#pragma once

#include <vector>

#include "core/layout.h"

namespace banwen {

// The regions without those left and right of the page's type: narrower than any column, and beyond all
// columns, pictures, frames and lines set down. `layout`: frames, pictures, and `em` as its type_size.
std::vector<Region> leave_margins(std::vector<Region> regions, const Layout& layout);

}  // namespace banwen
