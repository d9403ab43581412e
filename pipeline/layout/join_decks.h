// Decks of small type under a headline that the gutters of the columns below cut into pieces.
#pragma once

#include <vector>

#include "core/layout.h"
#include "layout/find_headlines.h"

namespace banwen {

// Joins lines of body type that stand level with each other directly under a headline, centred under it as a
// whole, and parted from the columns below by more white than the columns' lines are from each other. `em`:
// body type in px, `pitch`: of the body's lines.
std::vector<LineBox> join_decks(std::vector<LineBox> lines, const std::vector<HeadlineLine>& headlines,
                                double em, double pitch);

}  // namespace banwen
