// What a division of the page gives out: boxes on the grid, some with a corner cut out of them.
#pragma once

#include "paper_style.h"

namespace banwen::newsprint {

// A corner of a cell that another cell stands in, so that the article runs round it in an L.
enum class Corner { none, upper_right, lower_left, lower_right };

struct Notch {
    Corner corner = Corner::none;
    int columns = 0;
    int rows = 0;
};

// What a cell is for, when not for a story.
enum class Use { story, advertisement, table, index };

// A box on the page's grid. Its last row is the white between articles unless it stands at the foot.
struct Cell {
    int column = 0;
    int columns = 1;
    int row = 0;
    int rows = 10;
    bool at_foot = false;
    Notch notch;
    Use use = Use::story;
};

// The cell without its corner, as whole boxes.
std::vector<Cell> rectangles_of(const Cell& cell);

// The outer box of the cell in mm, without the white row below it.
inline Box box_of(const Grid& grid, const Cell& cell) {
    const int rows = cell.rows - (cell.at_foot ? 0 : 1);
    return {grid.column_left(cell.column), grid.row_top(cell.row), grid.width_of(cell.columns),
            rows * grid.leading};
}

}  // namespace banwen::newsprint
