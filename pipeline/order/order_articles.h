// The order room: regions become articles, each with its blocks in reading order.
#pragma once

#include <vector>

#include "core/article.h"
#include "core/issue.h"
#include "core/layout.h"
#include "core/text_line.h"

namespace banwen {

struct OrderOptions {};  // the rules of make-up have no settings yet

struct OrderedPage {
    std::vector<Article> articles;    // in reading order; blocks hold lines, no final text yet
    std::vector<LedgerEntry> ledger;  // lines that stand in no article, with the reason
};

// Total: no lines give no articles. Each line ends in exactly one block or in the ledger.
OrderedPage order_articles(const Layout& layout, const std::vector<TextLine>& lines,
                           const OrderOptions& options);

}  // namespace banwen
