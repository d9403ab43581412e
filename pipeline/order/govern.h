// Which body text stands under which headline.
#pragma once

#include <vector>

#include "core/layout.h"
#include "order/piece.h"
#include "order/stack_headlines.h"

namespace banwen {

// For each piece the number of its article, -1 for pieces that are not running text. Articles 0 …
// stacks.size()-1 are those of the headline stacks; larger numbers are articles without a headline.
//
// Rules of make-up used, in this order:
//   1. Text belongs to the headline directly above it (find_above.h), with no rule between.
//   2. A headline set down governs the columns beside it (first those to its left) that begin level with
//      it, bylines over them included, up to a rule or to text under a headline of its own.
//   3. Text directly under other text of the same column belongs to the same article, unless a rule across
//      stands between, in more white than between lines, or the white is larger than a few lines; where a
//      dash stands in it, than some more. Pictures and captions in between do not part them.
//   4. Text with nothing of its article above it (a rule, the page's head or a frame's side is there)
//      continues the column to its left, if no rule down stands between and that column reaches as far up;
//      beside its head may stand a picture. A rule does not part columns of which one ends and the other
//      begins within a paragraph.
//   5. Text left of its headline's other columns that begins no higher than the headline belongs to it as
//      well.
//   6. A line or two close above a headline, with no text of an article to hang on, is its byline.
//   7. What is left is an article without a headline, unless the column on its left ends, and it begins,
//      within a paragraph; a continuation mark (上接) always begins one.
// Frames keep their content to themselves.
// What they cannot do: text that wraps under another article without a rule or white that shows it.
std::vector<int> govern(const std::vector<Piece>& pieces, const std::vector<HeadlineStack>& stacks,
                        const Layout& layout);

}  // namespace banwen
