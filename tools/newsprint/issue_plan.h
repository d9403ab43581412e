// A whole issue on flat sheets: pages planned one after the other, jumps carried between them.
#pragma once

#include <string>
#include <vector>

#include "prose.h"
#include "sheet.h"
#include "type_case.h"

namespace banwen::newsprint {

struct IssueWishes {
    std::uint64_t seed = 1;
    std::string kind = "tabloid";  // tabloid, broadsheet or newsletter
    int pages = 2;
    std::string paper;  // empty: thrown
    std::string date;   // yyyy-mm-dd; empty: thrown
    std::string edition = "a";
};

// Throws std::invalid_argument on impossible wishes, std::runtime_error on missing fonts.
Issue plan_issue(const TypeCase& type_case, const std::vector<Story>& stories, const IssueWishes& wishes);

}  // namespace banwen::newsprint
