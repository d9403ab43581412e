#include "score/match_pairs.h"

#include <cstddef>
#include <limits>

namespace banwen {
namespace {

using Matrix = std::vector<std::vector<double>>;

Matrix transposed(const Matrix& costs) {
    Matrix turned(costs.front().size(), std::vector<double>(costs.size()));
    for (std::size_t r = 0; r < costs.size(); ++r)
        for (std::size_t c = 0; c < costs[r].size(); ++c)
            turned[c][r] = costs[r][c];
    return turned;
}

// The Hungarian method with potentials, by shortest augmenting paths. Rows and columns count from 1; place 0
// is the starting point of each path.
class Assignment {
  public:
    explicit Assignment(const Matrix& costs)
        : costs_(costs),
          row_potential_(costs.size() + 1, 0),
          column_potential_(costs.front().size() + 1, 0),
          row_of_(costs.front().size() + 1, 0),
          came_from_(costs.front().size() + 1, 0) {
        for (std::size_t row = 1; row <= costs.size(); ++row)
            add(row);
    }

    std::vector<int> columns() const {
        std::vector<int> columns(costs_.size(), -1);
        for (std::size_t c = 1; c < row_of_.size(); ++c)
            if (row_of_[c] != 0) columns[row_of_[c] - 1] = static_cast<int>(c) - 1;
        return columns;
    }

  private:
    void add(std::size_t row) {
        row_of_[0] = row;
        slack_.assign(row_of_.size(), std::numeric_limits<double>::infinity());
        reached_.assign(row_of_.size(), false);
        std::size_t column = 0;
        do {
            column = nearest_after(column);
        } while (row_of_[column] != 0);
        while (column != 0) {
            row_of_[column] = row_of_[came_from_[column]];
            column = came_from_[column];
        }
    }

    // Reaches `column`, lowers the slack of those not reached, shifts the potentials; returns the nearest
    // one.
    std::size_t nearest_after(std::size_t column) {
        reached_[column] = true;
        const std::size_t row = row_of_[column];
        std::size_t nearest = 0;
        double step = std::numeric_limits<double>::infinity();
        for (std::size_t c = 1; c < row_of_.size(); ++c) {
            if (reached_[c]) continue;
            const double cost = costs_[row - 1][c - 1] - row_potential_[row] - column_potential_[c];
            if (cost < slack_[c]) {
                slack_[c] = cost;
                came_from_[c] = column;
            }
            if (slack_[c] < step) {
                step = slack_[c];
                nearest = c;
            }
        }
        shift(step);
        return nearest;
    }

    void shift(double step) {
        for (std::size_t c = 0; c < row_of_.size(); ++c) {
            if (reached_[c]) {
                row_potential_[row_of_[c]] += step;
                column_potential_[c] -= step;
            } else {
                slack_[c] -= step;
            }
        }
    }

    const Matrix& costs_;
    std::vector<double> row_potential_;
    std::vector<double> column_potential_;
    std::vector<std::size_t> row_of_;
    std::vector<std::size_t> came_from_;
    std::vector<double> slack_;
    std::vector<bool> reached_;
};

}  // namespace

std::vector<int> match_pairs(const Matrix& costs) {
    if (costs.empty() || costs.front().empty()) return std::vector<int>(costs.size(), -1);
    if (costs.size() <= costs.front().size()) return Assignment(costs).columns();

    std::vector<int> columns(costs.size(), -1);
    const std::vector<int> rows = Assignment(transposed(costs)).columns();
    for (std::size_t c = 0; c < rows.size(); ++c)
        columns[static_cast<std::size_t>(rows[c])] = static_cast<int>(c);
    return columns;
}

}  // namespace banwen
