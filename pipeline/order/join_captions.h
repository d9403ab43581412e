// Captions: what stands under one picture is one caption, or the columns of an article that go on below it.
#pragma once

#include <vector>

#include "order/piece.h"

namespace banwen {

// The pieces, with the parts of each picture's caption in one. `em`: body type in px.
std::vector<Piece> join_captions(const std::vector<Piece>& pieces, const std::vector<Picture>& pictures,
                                 double em);

}  // namespace banwen
