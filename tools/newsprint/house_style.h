// The house style: how this paper prints the names of its reporters, and its figures.
#pragma once

#include <vector>

#include "dice.h"
#include "paper_style.h"
#include "prose.h"

namespace banwen::newsprint {

// The stories as this paper prints them: most bylines in its usual form, figures full-width where it
// has them so. Spans of bylines and datelines follow the text.
std::vector<Story> in_house_style(std::vector<Story> stories, const PaperStyle& style, Dice& dice);

}  // namespace banwen::newsprint
