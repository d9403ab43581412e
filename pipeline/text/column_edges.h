// Where a column of text begins and ends at each of its lines, from the ink of all its lines.
#pragma once

#include <vector>

#include "core/article.h"

namespace banwen {

// How a line stands in its column, in ems of the column's type; for vertical lines "left" is the top.
struct LineFill {
    double indent = 0;     // from the column's left edge to the line's ink
    double shortfall = 0;  // from the line's ink to the column's right edge
    double measure = 0;    // the column's width
};

// One entry a line, block by block. Blocks that stand in one column of a page share its edges; an edge may
// lean, as on a page that was not quite flat. A column of one or two lines goes by the lines' measure.
std::vector<std::vector<LineFill>> find_line_fill(const std::vector<const Block*>& blocks);

}  // namespace banwen
