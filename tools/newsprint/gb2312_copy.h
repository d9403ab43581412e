// Copy that runs through every character of GB 2312 once: nonsense in the shape of sentences, to see which
// characters a recognizer cannot read, and that the fonts have them all.
#pragma once

#include <string>
#include <vector>

#include "dice.h"
#include "prose.h"

namespace banwen::newsprint {

// The 6,763 Chinese characters of GB 2312 in the standard's order, from ICU's table of the encoding.
// Throws std::runtime_error when ICU has no such table.
std::u32string gb2312_characters();

// Stories of one paragraph each, so that none is shortened on a page; all bodies together have each of the
// characters exactly once. A title repeats its story's opening.
std::vector<Story> make_gb2312_copy(Dice& dice);

}  // namespace banwen::newsprint
