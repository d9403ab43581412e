// The ledger's proof: each recognized line ends in exactly one place.
#pragma once

#include <string>
#include <vector>

#include "core/issue.h"

namespace banwen {

// All lines of the pages as the rooms before hand them over: in articles, or dropped with a reason.
std::vector<LineId> lines_of(const std::vector<PageText>& pages);

// What is wrong, one sentence a line: a recognized line that stands in no article and in no ledger entry with
// `kept` false, one that stands in two places, one that was never recognized. Empty: all is accounted for.
std::vector<std::string> find_unaccounted(const std::vector<LineId>& recognized, const Issue& issue);

}  // namespace banwen
