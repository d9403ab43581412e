// The pages of an issue through the last rooms, to clean articles.
#pragma once

#include <vector>

#include "core/issue.h"
#include "options.h"

namespace banwen {

// `pages` by number; a failed page stands in it with its status and message.
Issue read_issue(std::vector<PageText> pages, const Options& options);

}  // namespace banwen
