// The parts of the proof sheet (proof/index.html): the page pictures with their articles, the text, and the
// books of the issue. write_proof.cpp puts them together.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/issue.h"
#include "write/set_page.h"
#include "write/write_issue.h"

namespace banwen {

// How an article is called in picture and text alike.
struct ProofArticle {
    const Article* article = nullptr;
    std::size_t index = 0;  // in the issue
    int number = 0;         // among those that begin on its page; 0 for mastheads, folios and imprints
    int hue = 0;            // degrees
    bool quiet() const { return number == 0; }
};

// The issue's articles, in its order.
std::vector<ProofArticle> number_articles(const Issue& issue);

// A doubt and where it stands: [start, end) in code points of the block's text.
struct ProofDoubt {
    const Doubt* doubt = nullptr;
    std::size_t article = 0;
    std::size_t block = 0;
    int start = 0;
    int end = 0;
    int page = 0;  // 0 where the place on the print is not known
    Box box;       // of the characters, turned frame
};

// All doubts of the issue whose text is there, in its order; their boxes come with find_spots().
std::vector<ProofDoubt> place_doubts(const Issue& issue);

// Fills in page and box of the doubts that stand on the page, whose turned blocks are given.
std::vector<ProofDoubt> find_spots(std::vector<ProofDoubt> doubts, const Issue& issue, const PageInfo& page,
                                   const std::vector<SetBlock>& blocks);

// A <figure> with the page's picture and everything that can be pointed at on it. `picture` is a JPEG; ""
// gives an empty sheet.
std::string proof_sheet(const Issue& issue, const PageInfo& page, const std::vector<SetBlock>& blocks,
                        const std::vector<ProofDoubt>& doubts, const std::string& picture);

// The articles' text under the pages that they begin on.
std::string proof_text(const Issue& issue, const std::vector<ProofDoubt>& doubts);

// Figures and warnings, which stand before the text; and what became of the lines, which stands behind it.
std::string proof_figures(const Issue& issue);
std::string proof_books(const Issue& issue);

// A text in both languages of the page, of which it shows one. Both are HTML.
std::string both(const std::string& chinese, const std::string& english);

// What the page calls a reason of the ledger.
std::string reason_label(const std::string& reason);

// What the page calls a page: its printed label, else its number.
std::string both_page(const Issue& issue, int number);

}  // namespace banwen
