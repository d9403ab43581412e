// Rows of a table in running copy: paragraphs of cells, set so that the cells of one column stand under each
// other.
#pragma once

#include <map>

#include "prose.h"
#include "set_lines.h"

namespace banwen::newsprint {

// For each paragraph of the story that is such a row, by its index, the lines that it becomes; the first cell
// at the left edge, the last at the right one, on a line of its own where a row of two does not fit. A gap in
// a paragraph parts cells. What stands alone, or is too wide all the same, is no row. None for lines set
// upright.
std::map<std::size_t, std::vector<SetLine>> set_table_rows(const TypeCase& type_case, const Story& story,
                                                           const Setting& setting);

}  // namespace banwen::newsprint
