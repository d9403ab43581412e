// Columns taken out of a strip or set into it, where an engine reads better without or with them; the pieces
// go on telling where the rest stands on the page.
#pragma once

#include "recognize/strip.h"

namespace banwen {

// The strip without its columns [from, to), which lie inside it.
Strip without_columns(const Strip& strip, int from, int to);

// The strip with `width` px of white paper before its column `at`, 0..strip's width.
Strip with_paper(const Strip& strip, int at, int width);

// The strip with a full character's place for each comma and full stop before a closing quotation mark: set
// close, as type is, the engines take the two for one. `type_size`: px of a Han character.
Strip with_parted_stops(Strip strip, double type_size);

}  // namespace banwen
