// What parts two pieces of text on a page: rules and white. Pictures do not.
#pragma once

#include "core/layout.h"
#include "order/piece.h"

namespace banwen {

// A rule across most of the column stands between the heights `from` and `to`. A table's own rule does not
// count.
bool rule_across(const Layout& layout, const Piece& column, int from, int to);

// A rule stands between two columns side by side, and not as one between the columns of one article does.
bool rule_down(const Layout& layout, const Box& left, const Box& right);

// A picture fills most of the height between `from` and the column's head.
bool picture_between(const Layout& layout, const Box& column, int from);

// The white between `from` and the column's head, in px, over which its text may still hang on what stands
// there.
double widest_white(const Layout& layout, const Box& column, int from);

}  // namespace banwen
