// How far a figure could lie from the one that was measured, had other pages been drawn.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "score/tally.h"

namespace banwen {

struct Figure {
    double value = 0;
    double low = 0;  // the 95 % interval
    double high = 0;
};

// One tally a page (or an issue, where the figure knows no pages). The intervals are those of the bootstrap:
// pages are drawn with replacement as often as there are pages, a thousand times, with a fixed seed. Pages
// are drawn whole because the articles of one page share its make-up and wear. One page alone gives no width.
std::map<std::string, Figure> figures_with_intervals(const std::vector<Tally>& pages);

}  // namespace banwen
