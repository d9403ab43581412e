// A figure while it is counted, beside what is asked of it.
#pragma once

#include <map>
#include <string>

namespace banwen::planted {

struct Tally {
    long right = 0;
    long all = 0;
    double share() const { return all == 0 ? 1 : static_cast<double>(right) / static_cast<double>(all); }
};

// By the figure's name.
using Tallies = std::map<std::string, Tally>;

}  // namespace banwen::planted
