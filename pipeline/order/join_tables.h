// A table's cells are found as short columns of text; here they become one piece, row by row.
#pragma once

#include <vector>

#include "core/layout.h"
#include "order/piece.h"

namespace banwen {

// The pieces with each table's cells as one piece of the kind `table`, its lines row by row from left to
// right, and the line of type close above a table, if it stands alone, as its headline.
std::vector<Piece> join_tables(const std::vector<Piece>& pieces, const std::vector<Rule>& rules, double em);

}  // namespace banwen
