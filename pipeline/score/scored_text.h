// What is compared: a truth or a result as articles, furniture and lines, in comparable form.
#pragma once

#include <string>
#include <vector>

#include "core/geometry.h"
#include "score/truth_page.h"

namespace banwen {

// Articles, notices, advertisements and indexes: what art_…, page_ned and the shares of lost text are about.
struct ScoredArticle {
    std::u32string heading;  // kicker + title + subtitle, comparable form
    std::u32string text;     // below the headings
};

struct ScoredLine {
    int page = 0;
    Box box;                // px; of a truth levelled where it tells the skew, of a result as on the scan
    bool in_order = false;  // has a place in the reading order: not furniture, not a caption
    bool vertical = false;
    std::u32string text;    // comparable form
    bool in_cells = false;  // a row of a table: may be found in one piece or cell by cell
    int rank = 0;           // of a truth: its place in the reading order of the issue
};

// The line as it is compared, its box levelled.
ScoredLine scored_line(const TruthLine& line, const TruthPage& page);

// Lines of a result, brought to the frame that the truth's lines stand in.
std::vector<ScoredLine> levelled(std::vector<ScoredLine> lines, const std::vector<TruthPage>& pages);

struct ScoredText {
    std::vector<ScoredArticle> articles;    // in reading order
    std::vector<std::u32string> captions;   // of articles, and captions that stand alone
    std::vector<std::u32string> furniture;  // lines of mastheads, folios and imprints
    std::vector<std::u32string> blocks;     // truth only: blocks in any order, for their own error rate
    std::u32string everything;              // all of it in reading order
    std::vector<ScoredLine> lines;          // of a result in reading order; of a truth page by page
    std::vector<TruthPage> pages;           // truth only, where it tells them
    bool plain = false;                     // only `everything` is known, it does not tell what is an article
};

}  // namespace banwen
