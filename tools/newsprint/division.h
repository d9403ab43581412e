// Divides the page into cells, as a make-up man would: a strip of advertisements kept free at the
// foot, straight cuts across and down, and some corners cut out of large cells for articles in an L.
#pragma once

#include <vector>

#include "cell.h"
#include "dice.h"

namespace banwen::newsprint {

// Fewest rows of a cell.
inline constexpr int kLeastRows = 13;

struct DivisionWishes {
    double advertisements = 0.5;  // chance of a strip at the foot
    int index_rows = 0;           // of the box with the contents, 0: none
};

// Cells in reading order; together they cover the grid.
std::vector<Cell> divide_page(const Grid& grid, const DivisionWishes& wishes, Dice& dice);

}  // namespace banwen::newsprint
