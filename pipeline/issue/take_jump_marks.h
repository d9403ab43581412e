// Takes jump marks out of an article's lines.
#pragma once

#include <string>
#include <vector>

#include "core/issue.h"

namespace banwen {

// Keys of the pages (see page_key.h) that the marks name; "" where there is no such mark.
struct JumpEnds {
    std::u32string to_page;
    std::u32string from_page;
};

struct UnmarkedArticle {
    Article article;  // without the marks; blocks left without lines are gone
    JumpEnds ends;
    std::vector<LedgerEntry> ledger;  // one entry a mark; `kept` where the rest of its line stays
};

UnmarkedArticle take_jump_marks(Article article);

}  // namespace banwen
