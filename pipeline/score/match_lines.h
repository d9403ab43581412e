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

// For each line of `found` the index of its truth line, or -1. Two lines are the same from common length ÷
// whole length ≥ `min_overlap` on; best overlaps first, each line once; a line that runs over two truth lines
// is none of them. Boxes stand in one upright frame.
std::vector<int> match_lines(const std::vector<ScoredLine>& truth, const std::vector<ScoredLine>& found,
                             double min_overlap);

}  // namespace banwen
