// What is to be done about one issue, seen from what an earlier run left in its place.
#pragma once

#include <string>
#include <vector>

#include "batch/convert_run.h"
#include "batch/fingerprints.h"
#include "core/issue.h"
#include "scan/find_issues.h"

namespace banwen {

struct IssuePlan {
    std::string id;
    Options walk;                 // the run's, with this issue's name
    std::vector<PageInfo> pages;  // number, file and index
    bool keep = false;            // what stands there stays
    bool outdated = false;        // though it is not what would be made now
    std::string note;             // one line for the operator, or ""
    std::string refused;          // why nothing may be written in its place, or ""
};

IssuePlan plan_issue(const IssueSource& source, const RunOptions& run, const std::vector<ModelUsed>& models,
                     Fingerprints& fingerprints);

}  // namespace banwen
