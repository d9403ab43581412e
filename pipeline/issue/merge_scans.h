// A page that was scanned twice, or in two strips that overlap, becomes one page.
#pragma once

#include <string>
#include <vector>

#include "core/issue.h"

namespace banwen {

struct MergedPages {
    std::vector<PageText> pages;  // as many as came; one that went into another has no articles left
    std::vector<LedgerEntry> ledger;
    std::vector<Warning> warnings;  // which scans are of one page
};

// Two scans are of one page when, moved by one and the same distance, at least eight of their lines come to
// lie on each other and read alike, and with them most of the lines where the two overlap. An advertisement
// on two pages is no such thing: the lines around it differ.
MergedPages merge_scans(std::vector<PageText> pages);

}  // namespace banwen
