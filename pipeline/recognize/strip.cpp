#include "recognize/strip.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <opencv2/imgproc.hpp>

namespace banwen {
namespace {

// Share of each row that is ink, 0..1.
std::vector<double> row_shares(const cv::Mat& ink) {
    std::vector<double> shares;
    for (int y = 0; y < ink.rows; ++y)
        shares.push_back(cv::countNonZero(ink.row(y)) / static_cast<double>(ink.cols));
    return shares;
}

// The cheapest way to divide the rows above a row: where its last cell or gap begins.
struct Division {
    double cost = std::numeric_limits<double>::infinity();
    int begins = 0;
    bool is_cell = false;
};

constexpr double kGapRowCost = 0.001;  // a little, so that blank rows go to the cells beside them
constexpr double kShortestCell = 0.15, kLongestCell = 1.4;  // em

class Divider {
  public:
    Divider(std::vector<double> shares, double type_size)
        : shares_(std::move(shares)), type_size_(type_size), best_(shares_.size() + 1) {
        best_[0].cost = 0;
        for (std::size_t y = 0; y < shares_.size(); ++y)
            extend_from(y);
    }

    std::vector<Cell> cells() const {
        std::vector<Cell> cells;
        for (int end = static_cast<int>(shares_.size()); end > 0;) {
            const Division& last = best_[static_cast<std::size_t>(end)];
            if (last.is_cell) cells.push_back({last.begins, end});
            end = last.begins;
        }
        std::reverse(cells.begin(), cells.end());
        return cells;
    }

  private:
    double ink_at_cut(std::size_t y) const {
        return y == 0 || y >= shares_.size() ? 0 : std::min(shares_[y - 1], shares_[y]);
    }

    void offer(std::size_t end, const Division& division) {
        if (division.cost < best_[end].cost) best_[end] = division;
    }

    void extend_from(std::size_t y) {
        const double so_far = best_[y].cost;
        if (std::isinf(so_far)) return;
        const int begins = static_cast<int>(y);
        if (shares_[y] == 0) offer(y + 1, {so_far + kGapRowCost, begins, false});
        const auto longest = static_cast<std::size_t>(std::max(2.0, kLongestCell * type_size_));
        const auto shortest = static_cast<std::size_t>(std::max(1.0, kShortestCell * type_size_));
        for (std::size_t end = y + shortest; end <= std::min(y + longest, shares_.size()); ++end) {
            const double off = (static_cast<double>(end - y) - type_size_) / type_size_;
            offer(end, {so_far + off * off + ink_at_cut(end), begins, true});
        }
        // What is left at the foot may be shorter than any character.
        if (y + shortest > shares_.size()) offer(shares_.size(), {so_far + 1, begins, true});
    }

    std::vector<double> shares_;
    double type_size_;
    std::vector<Division> best_;
};

Box ink_bounds(const cv::Mat& ink) {
    const cv::Rect rect = cv::boundingRect(ink);
    return {rect.x, rect.y, rect.width, rect.height};
}

// Where the cell's ink goes in its square. Vertical type has its commas and stops in the upper right corner,
// horizontal type in the lower left.
Point place_in_square(const Box& ink, int side, int column_width, double type_size) {
    const bool small = ink.width < type_size * 0.45 && ink.height < type_size * 0.45;
    const bool at_right = ink.center().x > column_width * 0.6;
    if (small && at_right) return {side * 0.1, side * 0.9 - ink.height};
    const double left = ink.left + (side - column_width) / 2.0;
    return {left, (side - ink.height) / 2.0};
}

}  // namespace

std::vector<Cell> cut_into_cells(const cv::Mat& ink, double type_size) {
    if (ink.empty()) return {};
    std::vector<Cell> cells = Divider(row_shares(ink), std::max(type_size, 1.0)).cells();
    std::erase_if(
        cells, [&](const Cell& cell) { return cv::countNonZero(ink.rowRange(cell.top, cell.bottom)) == 0; });
    return cells;
}

Strip side_by_side(const Strip& column, double type_size, int margin) {
    const std::vector<Cell> cells = cut_into_cells(column.ink, type_size);
    int side = std::max(column.ink.cols, static_cast<int>(std::ceil(type_size)));
    for (const Cell& cell : cells)
        side = std::max(side, cell.bottom - cell.top);
    const cv::Size size(side * static_cast<int>(cells.size()) + 2 * margin, side + 2 * margin);
    Strip strip{cv::Mat(size, CV_8UC1, cv::Scalar(255)), cv::Mat::zeros(size, CV_8UC1), {}};
    const Point corner = column.pieces.front().on_page;
    for (const Cell& cell : cells) {
        Box ink = ink_bounds(column.ink.rowRange(cell.top, cell.bottom));
        const Point place = place_in_square(ink, side, column.ink.cols, type_size);
        const int left = margin + side * static_cast<int>(strip.pieces.size());
        const cv::Rect target(left + std::max(0, static_cast<int>(place.x)),
                              margin + std::max(0, static_cast<int>(place.y)), ink.width, ink.height);
        const cv::Rect source(ink.left, cell.top + ink.top, ink.width, ink.height);
        column.gray(source).copyTo(strip.gray(target));
        column.ink(source).copyTo(strip.ink(target));
        strip.pieces.push_back(
            {left, side, {corner.x + source.x - (target.x - left), corner.y + source.y - target.y}});
    }
    return strip;
}

}  // namespace banwen
