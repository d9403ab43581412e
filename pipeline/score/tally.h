// Figures in the making: counts that add up, so that pages can be summed, grouped, and drawn again for an
// interval.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace banwen {

// The figure is part ÷ whole.
struct Share {
    double part = 0;
    double whole = 0;
};

struct Tally {
    std::map<std::string, Share> shares;                  // by figure
    std::map<std::string, std::vector<double>> measured;  // by figure, which is their 99th percentile
};

// Figure name → value.
using Score = std::map<std::string, double>;

// Of no tallies: an empty one.
Tally sum_of(const std::vector<Tally>& parts);

// A figure that has nothing to count is left out.
Score figures_of(const Tally& tally);

}  // namespace banwen
