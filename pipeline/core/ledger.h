// The ledger: what became of each recognized line. Every line has exactly one fate.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/issue.h"

namespace banwen {

enum class Fate {
    paragraph,  // in the running text of an article or a notice
    heading,    // kicker, title, subtitle or cross-head
    caption,
    masthead,
    imprint,
    folio,
    advertisement,
    index,
    duplicate,  // says again what another line says
    dropped,    // for the reason that the entry gives
};

// `article` is null for a line that stands in none, `entry` for one that does. Both point into the issue.
struct LineFate {
    LineId line;
    Fate fate = Fate::dropped;
    const Article* article = nullptr;
    std::string_view field;  // of the article's record: kicker, title, subtitle, text or captions
    int start = 0;           // code points of that field; captions count joined by line feeds
    int end = 0;
    std::string read;  // the line as it was read
    const LedgerEntry* entry = nullptr;
};

// One entry a place in which a line stands, in the order of the articles and then of the ledger: a line that
// stands in two articles has two.
std::vector<LineFate> fates_of(const Issue& issue);

// What is wrong, one sentence a line: a line of a page that has no fate, one that has two, one that the page
// does not have. Empty: all is accounted for.
std::vector<std::string> find_unaccounted(const Issue& issue);

// The record's field that a block's text goes to.
std::string_view field_of(BlockKind kind);

// paragraph, heading, …, as the ledger's file has them.
std::string_view name_of(Fate fate);

}  // namespace banwen
