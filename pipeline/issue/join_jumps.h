// Joins articles that jump (下转二版) with their continuations on other pages (上接一版).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/issue.h"

namespace banwen {

struct JoinedArticles {
    std::vector<Article> articles;
    std::vector<LedgerEntry> ledger;
    std::vector<Warning> warnings;
};

// `articles` in order of page and reading, each on one page; `number_of`: a page's key (page_key.h) → its
// number in the issue. An article and a continuation are joined when each names the other's page and no other
// pair does so as well as they; then the continuation's own headline goes to the ledger. What names a page
// that does not answer stays as it is, an orphan; what several answer alike, a conflict. Both are told of in
// the warnings.
JoinedArticles join_jumps(std::vector<Article> articles, const std::map<std::u32string, int>& number_of);

}  // namespace banwen
