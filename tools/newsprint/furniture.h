// What a page carries besides its articles: masthead, folio line, rules between boxes, and the
// public-service advertisement that takes a box for which no story was found.
#pragma once

#include "box_plan.h"
#include "page_plan.h"

namespace banwen::newsprint {

// The words on the masthead and in the folio lines.
struct PaperWords {
    Masthead masthead;
    std::u32string place;      // of publication, 柳溪县
    std::u32string publisher;  // imprint under the name
    int pages = 2;
};

// Words for a paper of this name on this day (yyyy-mm-dd); an empty name or date is thrown.
struct PaperIdentity {
    std::string paper;
    std::string date;
    PaperWords words;
};
PaperIdentity choose_identity(const std::string& paper, const std::string& date, int pages, Dice& dice);

// Rows of the grid that the masthead takes on page 1.
int masthead_rows(const Grid& grid);

// Each appends its lines as one article of the given index and returns that article's words.
PrintedArticle print_masthead(const CopyDesk& desk, const PaperWords& words, int article, Sheet& sheet);
PrintedArticle print_folio(const CopyDesk& desk, const PaperWords& words, int page, int article,
                           Sheet& sheet);
PrintedArticle print_notice(const CopyDesk& desk, const Grid& grid, const Cell& cell, const PaperWords& words,
                            int article, Dice& dice, Sheet& sheet);

// Rules between and within the boxes as the style has them.
void print_rules(const PaperStyle& style, const Grid& grid, const PagePlan& plan, Sheet& sheet);

}  // namespace banwen::newsprint
