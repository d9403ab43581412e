// The issue room: pages become an issue: masthead fields, jumps over pages, article ids, the ledger.
#pragma once

#include <string>
#include <vector>

#include "core/issue.h"

namespace banwen {

struct IssueOptions {
    std::string paper;    // as the operator names it; "" = unknown
    std::string date;     // YYYY-MM-DD or ""
    std::string edition;  // "" = "a" where paper and date are given
    std::string name;     // what the issue is called when paper and date are not given: the folder's name
};

// `pages` by number, failed ones included (without articles). Never takes ids from recognized text; what the
// masthead says fills fields and warns where it contradicts.
Issue assemble_issue(std::vector<PageText> pages, const IssueOptions& options);

// The issue's id (see the README): {paper}-{yyyy}-{mm}-{dd}-{edition}, else `name` made safe for a file name,
// else "unknown-" and a hash of `fingerprint`.
std::string issue_id(const IssueOptions& options, const std::string& fingerprint);

}  // namespace banwen
