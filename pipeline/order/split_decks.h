// Decks in the body's own type size, which the layout room took for the first lines of the column below.
#pragma once

#include <vector>

#include "order/piece.h"

namespace banwen {

// The pieces, with a deck (up to three lines) at the head of an article's first column made a headline of its
// own. `em`: body type in px.
std::vector<Piece> split_decks(const std::vector<Piece>& pieces, double em);

}  // namespace banwen
