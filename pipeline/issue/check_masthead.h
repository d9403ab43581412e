// The masthead against itself, the calendar, the other pages and the order: what contradicts is told.
#pragma once

#include <string>
#include <vector>

#include "core/issue.h"
#include "issue/assemble_issue.h"

namespace banwen {

// A page's folio as far as it tells of the issue.
struct FolioFields {
    int page = 0;
    std::string date;  // YYYY-MM-DD or ""
};

// What a person should look at. `issue` has its masthead, date and pages.
std::vector<Warning> find_contradictions(const Issue& issue, const std::vector<FolioFields>& folios,
                                         const IssueOptions& options);

}  // namespace banwen
