// Captions that the layout room found in one run with the text under them.
#pragma once

#include <vector>

#include "core/layout.h"
#include "order/piece.h"

namespace banwen {

// The pieces, those that begin directly under a picture cut into a caption and the column below it where the
// two can be told apart. `em`: body type in px.
std::vector<Piece> split_captions(const std::vector<Piece>& pieces, const std::vector<Picture>& pictures,
                                  double em);

}  // namespace banwen
