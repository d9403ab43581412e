// What stands directly above each column of text.
#pragma once

#include <vector>

#include "core/layout.h"
#include "order/piece.h"
#include "order/stack_headlines.h"

namespace banwen {

enum class Above { nothing, headline, text };

struct Neighbour {
    Above kind = Above::nothing;
    int index = -1;  // of the stack or the piece
};

// Of each piece the headline or the text that it hangs on; nothing for pieces that are not running text.
std::vector<Neighbour> find_above(const std::vector<Piece>& pieces, const std::vector<HeadlineStack>& stacks,
                                  const Layout& layout);

}  // namespace banwen
