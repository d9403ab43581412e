// An issue with as many pages as it takes until each character of its copy has been printed.
#pragma once

#include "issue_plan.h"

namespace banwen::newsprint {

inline constexpr int kMostPages = 99;

// wishes.pages is not looked at. Throws what plan_issue does, and std::runtime_error when characters are
// still missing from the most pages there may be.
Issue plan_whole_issue(const TypeCase& type_case, const std::vector<Story>& stories, IssueWishes wishes);

}  // namespace banwen::newsprint
