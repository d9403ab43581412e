// WorkList: a run cut into chunks of whole issues, for machines that share the work.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "scan/find_issues.h"

namespace banwen {

struct PlannedIssue {
    int chunk = 0;  // from 1
    IssueSource source;
};

struct WorkList {
    int chunks = 0;
    std::vector<PlannedIssue> issues;

    // Those of one chunk; 0: all.
    std::vector<IssueSource> of(int chunk) const;
};

// The issues shared out so that the chunks have about as many pages; the same each time. Files become
// absolute paths. Throws Error(usage) where two issues have one name, since the second would be refused.
WorkList plan_work(std::vector<IssueSource> issues, int chunks);

// A JSON object a line: the list's own, then one an issue. Bytes of names that JSON cannot hold stand as %NN.
std::string to_lines(const WorkList& list);

// Throws Error(unreadable_input) where the file is not there or not such a list.
WorkList read_work_list(const std::filesystem::path& file);

}  // namespace banwen
