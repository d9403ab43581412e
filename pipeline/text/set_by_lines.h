// Matter that is set line by line, each line a paragraph: verse, and the rows of a table.
#pragma once

#include <vector>

#include "core/text_line.h"
#include "text/column_edges.h"

namespace banwen {

// For each line of the run whether a paragraph begins with it because it is a verse or a row. `fills` is as
// long as `lines`.
std::vector<bool> find_lines_by_themselves(const std::vector<TextLine>& lines,
                                           const std::vector<LineFill>& fills);

}  // namespace banwen
