#include "issue/assemble_issue.h"

namespace banwen {

std::string issue_id(const IssueOptions& options, const std::string&) {
    return options.name;
}

Issue assemble_issue(std::vector<PageText> pages, const IssueOptions& options) {
    Issue issue;
    issue.id = issue_id(options, "");
    for (PageText& page : pages) {
        issue.pages.push_back(page.info);
        for (Article& article : page.articles)
            issue.articles.push_back(std::move(article));
    }
    return issue;
}

}  // namespace banwen
