// The shape of a box: the white that text, heading and photo share. Its frame is the reader's: x runs
// along the lines, y across them, in mm from where the first line begins; an upright article (lines
// downwards, set right to left) is the same box turned by a quarter.
#pragma once

#include <vector>

#include "box_dress.h"
#include "cell.h"
#include "copy_fitting.h"

namespace banwen::newsprint {

// Rows top..bottom-1 of the room are the column's.
struct BoxColumn {
    double x = 0;
    double measure = 0;
    int top = 0;
    int bottom = 0;
};

struct Room {
    Box box;  // on the page, inside the frame
    Mode mode = Mode::horizontal;
    double leading = 4.9;
    int rows = 0;
    std::vector<BoxColumn> columns;

    double width() const { return mode == Mode::vertical ? box.h : box.w; }
    // A box of the room's frame on the page.
    Box on_page(const Box& own) const;
};

// Nothing (no columns) when the cell is too small for its dress.
Room room_in(const Grid& grid, const Cell& cell, const BoxDress& dress);

// The room's columns anew in a narrower box, as beside an upright heading.
Room narrowed(const Room& room, const Grid& grid, const BoxDress& dress, const Box& box);

// Something that text runs round, in the room's frame: x in mm, rows.
struct Obstacle {
    double left = 0;
    double right = 0;
    int row = 0;
    int rows = 0;
};

// Whether every column that it meets reaches down to the obstacle's foot.
bool stands_within(const Room& room, const Obstacle& obstacle);

// The runs of rows that text may fill: below the heading, beside, above and below the obstacle.
std::vector<Slot> slots_around(const Room& room, const BodyType& type, int head_rows,
                               const Obstacle& obstacle);

}  // namespace banwen::newsprint
