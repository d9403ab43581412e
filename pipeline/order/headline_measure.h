// The width that a headline was set to, which its ink seldom fills.
#pragma once

#include <vector>

#include "core/layout.h"
#include "order/piece.h"
#include "order/stack_headlines.h"

namespace banwen {

// The stack's box, as far to both sides as nothing but white stands level with it: it ends at text,
// headlines, pictures, rules down and frames, and where the page's type ends. Of a headline set down its own
// box.
Box headline_measure(const HeadlineStack& stack, const std::vector<Piece>& pieces, const Layout& layout);

}  // namespace banwen
