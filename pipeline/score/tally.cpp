#include "score/tally.h"

#include <algorithm>
#include <cmath>

namespace banwen {
namespace {

constexpr double kPercentile = 0.99;

// The smallest value that at least that share of all values does not exceed.
double percentile(std::vector<double> values) {
    const double rank = std::ceil(kPercentile * static_cast<double>(values.size()));
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::max(rank, 1.0)) - 1;
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

}  // namespace

Tally sum_of(const std::vector<Tally>& parts) {
    Tally sum;
    for (const Tally& part : parts) {
        for (const auto& [name, share] : part.shares) {
            sum.shares[name].part += share.part;
            sum.shares[name].whole += share.whole;
        }
        for (const auto& [name, values] : part.measured)
            sum.measured[name].insert(sum.measured[name].end(), values.begin(), values.end());
    }
    return sum;
}

Score figures_of(const Tally& tally) {
    Score score;
    for (const auto& [name, share] : tally.shares)
        if (share.whole > 0) score[name] = share.part / share.whole;
    for (const auto& [name, values] : tally.measured)
        if (!values.empty()) score[name] = percentile(values);
    return score;
}

}  // namespace banwen
