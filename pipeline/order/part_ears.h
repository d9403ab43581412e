// Part ears (报眼): what stands beside the paper's name and is none of the masthead's own matter.
#pragma once

#include <vector>

#include "order/piece.h"

namespace banwen {

// The pieces, where those of an ear are of the masthead's kind no more: its names are headlines, the rest is
// body. `em`: the page's body type in px.
std::vector<Piece> part_ears(std::vector<Piece> pieces, double em);

}  // namespace banwen
