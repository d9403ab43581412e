// Boxes on a page that is turned by a quarter counter-clockwise: what was set down then runs across.
#pragma once

#include "core/geometry.h"

namespace banwen {

// `box` of a page `width` px wide, on the turned page.
Box turned_box(const Box& box, int width);

// `box` of the turned page, on the page as it was, `width` px wide.
Box turned_back(const Box& box, int width);

}  // namespace banwen
