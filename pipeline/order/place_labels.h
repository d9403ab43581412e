// Labels: the name of a section or series belongs to the headline that it stands beside.
#pragma once

#include <vector>

#include "order/piece.h"
#include "order/stack_headlines.h"

namespace banwen {

// The stacks, with those that are a label of another as its kicker. A stack's box stays that of its own
// decks.
std::vector<HeadlineStack> with_labels(std::vector<HeadlineStack> stacks, const std::vector<Piece>& pieces,
                                       const std::vector<Rule>& rules, double em);

}  // namespace banwen
