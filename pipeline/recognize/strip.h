// Strip: a line's pixels in reading direction, left to right; and laying a vertical line out as one.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "recognize/line_image.h"

namespace banwen {

// `gray` and `ink` have the same size; `pieces` say where their columns stand on the page.
struct Strip {
    cv::Mat gray;
    cv::Mat ink;
    std::vector<StripPiece> pieces;
};

// Rows [top, bottom) of one character in a vertical line.
struct Cell {
    int top = 0;
    int bottom = 0;
};

// Cuts a vertical line into its characters, which stand about type_size px apart; gaps belong to no cell.
std::vector<Cell> cut_into_cells(const cv::Mat& ink, double type_size);

// The characters of a vertical line (one piece) set in a row, each in a square cell of its own. Brackets,
// quotes and dashes, which lie across a vertical line, are turned upright, and so are runs of figures that
// lie on their side, which keep their own widths.
Strip side_by_side(const Strip& column, double type_size, int margin);

}  // namespace banwen
