// Which printed lines were found: one row, most of the length in common, and nothing of a neighbour.
#pragma once

#include <vector>

#include "score/scored_text.h"

namespace banwen {

// The part of a truth line that another line covers, as shares of the truth line's length from its beginning.
// Empty (0, 0) where they do not stand in one row, or on one page.
struct Covered {
    double from = 0;
    double to = 0;
    double share() const { return to - from; }
};
Covered covered_part(const ScoredLine& truth, const ScoredLine& found);

struct LineMatch {
    std::vector<int> truth_of;  // for each found line the index of its truth line, or -1
    double found = 0;           // how many lines were found, the cells of one table row as one
    double right = 0;           // how many of them are truth lines
};

// Two lines are the same from common length ÷ whole length ≥ `min_overlap` on; best overlaps first, each line
// once; a line that runs over two truth lines is none of them. Found lines that lie within one row of a table
// are its cells, and taken together. Boxes stand in one upright frame.
LineMatch match_lines(const std::vector<ScoredLine>& truth, const std::vector<ScoredLine>& found,
                      double min_overlap);

}  // namespace banwen
