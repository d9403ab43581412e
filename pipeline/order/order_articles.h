// The order room: regions become articles, each with its blocks in reading order.
#pragma once

#include <vector>

#include "core/article.h"
#include "core/issue.h"
#include "core/layout.h"
#include "core/text_line.h"

namespace banwen {

struct OrderOptions {
    double max_headline_gap_em = 4;  // white between a headline and the body it governs
};

struct OrderedPage {
    std::vector<Article> articles;    // in reading order; blocks hold lines, no final text yet
    std::vector<LedgerEntry> ledger;  // lines that stand in no article, with the reason
};

// Total: no lines give no articles. Each line ends in exactly one block or in the ledger.
OrderedPage order_articles(const Layout& layout, const std::vector<TextLine>& lines,
                           const OrderOptions& options);

}  // namespace banwen
