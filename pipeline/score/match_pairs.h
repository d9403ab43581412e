// The best one-to-one matching of two lists (the assignment problem, solved exactly).
#pragma once

#include <vector>

namespace banwen {

// costs[row][column], all rows of one length. Returns each row's column, or -1 where there are more rows than
// columns; the sum of the matched costs is the smallest that a matching of min(rows, columns) pairs can have.
std::vector<int> match_pairs(const std::vector<std::vector<double>>& costs);

}  // namespace banwen
