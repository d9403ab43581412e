// Lines that were found apart from the column that they stand in.
#pragma once

#include <vector>

#include "order/piece.h"

namespace banwen {

// The pieces with every short piece that lies in a column's box, on rows where the column has nothing, as
// lines of the column. What stands there in large type is no headline either: headlines end columns.
std::vector<Piece> join_strays(std::vector<Piece> pieces);

}  // namespace banwen
