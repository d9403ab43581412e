// Specks and borders of ornaments, which look like lines of type.
#pragma once

#include <vector>

#include "core/layout.h"

namespace banwen {

// The regions without those that are specks, and without lines that are rows of ornaments. `layout`: height,
// and `em` as its type_size.
std::vector<Region> leave_dirt(std::vector<Region> regions, const Layout& layout);

}  // namespace banwen
