// Copy that is all numbers, dates, Latin words and marks, the places where joining lines and reading
// half-width letters go wrong most.
#pragma once

#include <vector>

#include "dice.h"
#include "prose.h"

namespace banwen::newsprint {

std::vector<Story> make_figure_copy(std::size_t stories, Dice& dice);

}  // namespace banwen::newsprint
