// Text that was recognized twice but printed once. Nothing goes without two proofs: that the two stand in
// one place, or meet exactly at a seam, and that they read alike as far as the recognizer was sure.
#pragma once

#include <vector>

#include "core/issue.h"

namespace banwen {

struct WithoutRepeats {
    std::vector<Article> articles;
    std::vector<LedgerEntry> ledger;  // `same_as` names the line that stays
};

// Lines of one page whose ink overlaps nearly wholly and that read alike: the surer one stays.
WithoutRepeats drop_lines_found_twice(std::vector<Article> articles);

// The last words of a column, or before a jump, that stand again at the head of the next one in the middle
// of a paragraph. Runs of fewer than three characters go only where both are the same ink; else they, and
// runs that repeat within themselves (一步一步), stay: they may be prose.
WithoutRepeats close_seams(std::vector<Article> articles);

}  // namespace banwen
