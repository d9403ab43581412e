#include "division.h"

#include <algorithm>

namespace banwen::newsprint {
namespace {

class Division {
  public:
    Division(const Grid& grid, Dice& dice) : grid_(grid), dice_(dice) {
        largest_ = dice.between(0.12, 0.24) * grid.columns * grid.rows;
    }

    std::vector<Cell> divide(const DivisionWishes& wishes) {
        const int strip = strip_rows(wishes);
        divide(cell(0, grid_.columns, 0, grid_.rows - strip, strip == 0));
        if (strip > 0) fill_strip(grid_.rows - strip, strip);
        if (wishes.index_rows > 0) carve_index(wishes.index_rows);
        return std::move(cells_);
    }

  private:
    static Cell cell(int column, int columns, int row, int rows, bool at_foot) {
        Cell cell;
        cell.column = column;
        cell.columns = columns;
        cell.row = row;
        cell.rows = rows;
        cell.at_foot = at_foot;
        return cell;
    }

    int strip_rows(const DivisionWishes& wishes) {
        if (!dice_.chance(wishes.advertisements)) return 0;
        return static_cast<int>(grid_.rows * dice_.pick(std::vector<double>{0.13, 0.18, 0.24, 0.32}));
    }

    // Advertisements side by side, some of them two above each other.
    void fill_strip(int row, int rows) {
        for (int column = 0; column < grid_.columns;) {
            int columns = std::min(grid_.columns - column, dice_.whole(1, std::max(2, grid_.columns / 2)));
            if (grid_.columns - column - columns == 1 && dice_.chance(0.5)) ++columns;
            if (rows >= 18 && columns <= 2 && dice_.chance(0.5)) {
                const int upper = dice_.whole(8, rows - 8);
                add_advertisement(cell(column, columns, row, upper, false));
                add_advertisement(cell(column, columns, row + upper, rows - upper, true));
            } else {
                add_advertisement(cell(column, columns, row, rows, true));
            }
            column += columns;
        }
    }

    void add_advertisement(Cell cell) {
        cell.use = Use::advertisement;
        cells_.push_back(cell);
    }

    void divide(const Cell& whole) {
        const int area = whole.columns * whole.rows;
        const bool can_cut_across = whole.rows >= 2 * kLeastRows;
        const bool can_cut_down = whole.columns >= 2;
        const bool small = area <= largest_ * dice_.between(0.6, 1.2);
        if (!small && area <= 2.2 * largest_ && dice_.chance(0.35) && cut_corner(whole)) return;
        if ((small && whole.rows <= 40) || (!can_cut_across && !can_cut_down)) {
            cells_.push_back(whole);
            return;
        }
        const double wide = whole.columns * (grid_.column_width() + grid_.gutter);
        const double tall = whole.rows * grid_.leading;
        const bool across = can_cut_across && (!can_cut_down || dice_.chance(tall / (tall + wide)));
        across ? cut_across(whole) : cut_down(whole);
    }

    void cut_across(const Cell& whole) {
        const int least = std::max(kLeastRows, static_cast<int>(whole.rows * 0.3));
        const int upper = dice_.whole(least, whole.rows - least);
        divide(cell(whole.column, whole.columns, whole.row, upper, false));
        divide(cell(whole.column, whole.columns, whole.row + upper, whole.rows - upper, whole.at_foot));
    }

    void cut_down(const Cell& whole) {
        const int left = dice_.whole(1, whole.columns - 1);
        divide(cell(whole.column, left, whole.row, whole.rows, whole.at_foot));
        divide(cell(whole.column + left, whole.columns - left, whole.row, whole.rows, whole.at_foot));
    }

    // The corner becomes a cell of its own; what remains is an L, or an L upside down.
    bool cut_corner(const Cell& whole) {
        constexpr int kLeastBeside = 16;  // rows of the L above or below the corner
        if (whole.columns < 3 || whole.rows < kLeastRows + kLeastBeside || whole.rows > 60) return false;
        Cell outer = whole;
        outer.notch.corner = dice_.pick(
            std::vector{Corner::lower_right, Corner::lower_right, Corner::lower_left, Corner::upper_right});
        outer.notch.columns = dice_.whole(1, whole.columns - 2);
        outer.notch.rows = dice_.whole(kLeastRows, whole.rows - kLeastBeside);
        const bool upper = outer.notch.corner == Corner::upper_right;
        const bool left = outer.notch.corner == Corner::lower_left;
        Cell corner = cell(left ? whole.column : whole.column + whole.columns - outer.notch.columns,
                           outer.notch.columns, upper ? whole.row : whole.row + whole.rows - outer.notch.rows,
                           outer.notch.rows, upper ? false : whole.at_foot);
        cells_.push_back(outer);
        cells_.push_back(corner);
        return true;
    }

    // The box with the contents takes the upper or the lower rows of a narrow cell.
    void carve_index(int rows) {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            Cell& from = cells_[i];
            const bool fits = from.rows == rows || from.rows >= rows + kLeastRows;
            if (from.use != Use::story || from.columns != 1 || from.notch.corner != Corner::none || !fits)
                continue;
            Cell index = from;
            index.use = Use::index;
            if (from.rows == rows) {
                from = index;
                return;
            }
            index.rows = rows;
            index.row = from.row + from.rows - rows;
            from.rows -= rows;
            from.at_foot = false;
            cells_.insert(cells_.begin() + static_cast<std::ptrdiff_t>(i) + 1, index);
            return;
        }
    }

    const Grid& grid_;
    Dice& dice_;
    double largest_ = 0;
    std::vector<Cell> cells_;
};

}  // namespace

std::vector<Cell> divide_page(const Grid& grid, const DivisionWishes& wishes, Dice& dice) {
    return Division(grid, dice).divide(wishes);
}

std::vector<Cell> rectangles_of(const Cell& cell) {
    if (cell.notch.corner == Corner::none) return {cell};
    Cell upper = cell;
    Cell lower = cell;
    upper.notch = lower.notch = {};
    upper.at_foot = false;
    const bool cut_above = cell.notch.corner == Corner::upper_right;
    upper.rows = cut_above ? cell.notch.rows : cell.rows - cell.notch.rows;
    lower.rows = cell.rows - upper.rows;
    lower.row = cell.row + upper.rows;
    (cut_above ? upper : lower).columns -= cell.notch.columns;
    if (cell.notch.corner == Corner::lower_left) lower.column += cell.notch.columns;
    return {upper, lower};
}

}  // namespace banwen::newsprint
