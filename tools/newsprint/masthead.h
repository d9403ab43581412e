// What tells the reader whose page this is: the masthead of page 1, the folio line of the others.
#pragma once

#include "copy_desk.h"
#include "paper_identity.h"

namespace banwen::newsprint {

// Rows of the grid that the masthead takes on page 1.
int masthead_rows(const Grid& grid);

// The framed box beside the name, empty where the paper has none.
Box ear_of(const PaperStyle& style);

// Each appends its lines as one article of the given index and returns that article's words.
PrintedArticle print_masthead(const CopyDesk& desk, const PaperWords& words, int article, Sheet& sheet);
PrintedArticle print_folio(const CopyDesk& desk, const PaperWords& words, int page, int article, Dice& dice,
                           Sheet& sheet);

}  // namespace banwen::newsprint
