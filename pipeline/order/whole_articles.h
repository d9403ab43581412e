// Headlines and texts that rules part although they belong together.
#pragma once

#include <vector>

#include "core/layout.h"
#include "order/piece.h"
#include "order/stack_headlines.h"

namespace banwen {

// Which text stands under which headline, as `govern` gives it.
struct Governed {
    std::vector<HeadlineStack> stacks;  // one without a title has gone into another
    std::vector<int> article_of;        // of each piece
};

// Rules of make-up used:
//   1. A headline has text. Where it has none, the text without a headline directly below it is its own: the
//      rule between them is an ornament, as the names of advertisers have.
//   2. A frame holds one article. A headline in it that has no text is a deck of the next one below, and text
//      without a headline belongs to the frame's only headline.
Governed whole_articles(Governed governed, const std::vector<Piece>& pieces, const Layout& layout);

}  // namespace banwen
