// The box with the contents (要目, 导读) of the front page.
#pragma once

#include <string>
#include <vector>

#include "copy_desk.h"

namespace banwen::newsprint {

struct IndexEntry {
    std::u32string title;
    int page = 2;
};

// Rows of the grid that a box with so many entries wants, 0 for none.
int index_rows(std::size_t entries);

// As many entries as the box has room for, at least one.
PrintedArticle print_index(const CopyDesk& desk, const Box& box, const std::vector<IndexEntry>& entries,
                           int article, Sheet& sheet);

}  // namespace banwen::newsprint
