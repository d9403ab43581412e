// Headlines of several decks: kicker (引题), title (主题) and subtitle (副题) under each other.
#pragma once

#include <vector>

#include "order/piece.h"

namespace banwen {

// Indices into the pieces; each list from top to bottom. `box` surrounds all decks.
struct HeadlineStack {
    std::vector<int> kicker;
    std::vector<int> title;  // never empty
    std::vector<int> subtitle;
    Box box;
    WritingMode mode = WritingMode::horizontal;
    int frame = -1;
};

// Rules of make-up used:
//   1. Decks stand close under each other, centred or flush left, with no body text and no rule between them
//      but the underline of a kicker; decks set down stand beside each other, the kicker on the right.
//   2. The largest type is the title; what stands above it is the kicker, below it the subtitle. Lines nearly
//      as large as the title are further lines of the title.
//   3. One or two lines of type a little larger than the body's, directly above or below large type and not
//      as wide as a column of text, are decks as well. Lines that name reporters are not, nor is the head of
//      a column that begins level with others.
//   4. Type up to half larger than the body's that stands inside a column, close below its text, is a
//      cross-head.
//   5. A cross-head somewhat larger than the body with white above it is a headline after all.
//   6. The lines of a title may be set in steps, each further to the right.
//   7. A label is a kicker wherever it stands (place_labels.h).
//   8. An initial as high as some lines is no headline.
// What they cannot do: a title set across beside its kicker, and decks parted by a picture.
std::vector<HeadlineStack> stack_headlines(std::vector<Piece>& pieces, const std::vector<Rule>& rules,
                                           double em);

}  // namespace banwen
