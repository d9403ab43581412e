// The dress of a page: which of its boxes get a photo, a frame, a ground, an upright heading, type of
// their own, or are set upright altogether.
#pragma once

#include <vector>

#include "box_dress.h"
#include "cell.h"

namespace banwen::newsprint {

// A box like most: the paper's body type, a heading on bare paper.
BoxDress plain_dress(const PaperStyle& style, const Cell& cell, Dice& dice);

// A dress for each cell; a page shows some of each kind where its cells have room for it. Cells that
// suit a table are given that use.
std::vector<BoxDress> dress_page(const PaperStyle& style, const Grid& grid, std::vector<Cell>& cells,
                                 Dice& dice);

}  // namespace banwen::newsprint
