// Decks that stand beside a headline that is set down.
#pragma once

#include <vector>

#include "core/geometry.h"
#include "layout/components.h"
#include "layout/find_headlines.h"

namespace banwen {

// Lines of small type set down beside the vertical ones among `headlines`. `pieces`: the page's text
// components; `obstacles`: rules and pictures; `em`: body type in px.
std::vector<HeadlineLine> find_side_decks(const std::vector<Component>& pieces,
                                          const std::vector<HeadlineLine>& headlines,
                                          const std::vector<Box>& obstacles, double em);

}  // namespace banwen
