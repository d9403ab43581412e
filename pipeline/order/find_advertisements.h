// Frames that hold an advertisement.
#pragma once

#include <set>
#include <vector>

#include "order/piece.h"

namespace banwen {

// Indices of the frames (Piece::frame) whose matter is an advertisement, small ones in a row (分类广告)
// included.
std::set<int> find_advertisements(const std::vector<Piece>& pieces);

}  // namespace banwen
