// Tables whose rows are parted by rules become one piece, row by row.
#pragma once

#include <vector>

#include "core/layout.h"
#include "order/piece.h"

namespace banwen {

// The pieces with the cells of each ruled table as one piece of the kind `table`. Its frame is the one that
// the table stands in, not the one that its own rules make.
std::vector<Piece> join_ruled_tables(const std::vector<Piece>& pieces, const Layout& layout);

}  // namespace banwen
