#include "read_issue.h"

#include <utility>

namespace banwen {

Issue read_issue(std::vector<PageText> pages, const Options& options) {
    Issue assembled = assemble_issue(std::move(pages), options.issue);
    return clean_text(std::move(assembled), options.text);
}

}  // namespace banwen
