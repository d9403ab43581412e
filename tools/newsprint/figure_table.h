// Tables of figures: prices, weather, buses, results. Rows are as many as the box has room for.
#pragma once

#include "copy_desk.h"

namespace banwen::newsprint {

// A heading and a table that fill the box; a row of it is a line, its cells parted by a space.
PrintedArticle print_table(const CopyDesk& desk, const Box& box, int article, Dice& dice, Sheet& sheet);

}  // namespace banwen::newsprint
