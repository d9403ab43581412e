#include "score/match_pairs.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

namespace banwen {
namespace {

using Matrix = std::vector<std::vector<double>>;

double cost_of(const Matrix& costs, const std::vector<int>& columns) {
    double sum = 0;
    for (std::size_t r = 0; r < costs.size(); ++r)
        if (columns[r] >= 0) sum += costs[r][static_cast<std::size_t>(columns[r])];
    return sum;
}

// Tries every order of the columns; for matrices with at least as many columns as rows.
double cheapest_by_trying(const Matrix& costs) {
    std::vector<int> order(costs.front().size());
    std::iota(order.begin(), order.end(), 0);
    double best = std::numeric_limits<double>::infinity();
    do {
        best = std::min(best, cost_of(costs, order));
    } while (std::next_permutation(order.begin(), order.end()));
    return best;
}

TEST(MatchPairs, IsAsCheapAsTheBestOfAllMatchings) {
    std::mt19937 random(11);
    for (int round = 0; round < 100; ++round) {
        const std::size_t columns = 1 + random() % 6, rows = 1 + random() % columns;
        Matrix costs(rows, std::vector<double>(columns));
        for (std::vector<double>& row : costs)
            for (double& cost : row)
                cost = static_cast<double>(random() % 20) - 10;
        EXPECT_DOUBLE_EQ(cost_of(costs, match_pairs(costs)), cheapest_by_trying(costs));
    }
}

TEST(MatchPairs, LeavesTheDearestRowsAloneWhenColumnsAreFew) {
    EXPECT_EQ(match_pairs({{5}, {1}, {3}}), (std::vector<int>{-1, 0, -1}));
}

TEST(MatchPairs, HasNothingToMatchInAnEmptyMatrix) {
    EXPECT_TRUE(match_pairs({}).empty());
    EXPECT_EQ(match_pairs({{}, {}}), (std::vector<int>{-1, -1}));
}

}  // namespace
}  // namespace banwen
