// Each place of the grid is told which lot it belongs to; a rule stands wherever two neighbours differ,
// unless one of them has a frame or a ground of its own. So articles in an L need no special care.
#include "page_rules.h"

#include <algorithm>

#include "rules.h"

namespace banwen::newsprint {
namespace {

constexpr int kNobody = -1;
constexpr double kShortest = 2;  // of the gutter's width: a shorter rule in it looks like a slip

class PageRules {
  public:
    PageRules(const PaperStyle& style, const Grid& grid, const PagePlan& plan, Sheet& sheet)
        : style_(style), grid_(grid), plan_(plan), sheet_(sheet) {
        owners_.assign(static_cast<std::size_t>(grid.columns * grid.rows), kNobody);
        for (std::size_t i = 0; i < plan.lots.size(); ++i)
            claim(static_cast<int>(i), plan.lots[i].cell);
    }

    void print() {
        for (int row = 1; row < grid_.rows; ++row)
            rule_above(row);
        if (style_.column_rules == ColumnRules::none) return;
        for (int column = 1; column < grid_.columns; ++column)
            rule_left_of(column);
    }

  private:
    int& owner(int column, int row) {
        return owners_[static_cast<std::size_t>(row * grid_.columns + column)];
    }

    void claim(int lot, const Cell& cell) {
        for (const Cell& part : rectangles_of(cell))
            for (int row = part.row; row < part.row + part.rows; ++row)
                for (int column = part.column; column < part.column + part.columns; ++column)
                    owner(column, row) = lot;
    }

    // Whether the lot is open to its neighbours, without a border of its own.
    bool open(int lot) const {
        if (lot == kNobody) return false;
        const Lot& at = plan_.lots[static_cast<std::size_t>(lot)];
        if (!at.box) return false;
        return at.box->dress.frame == Frame::none && at.box->dress.ground <= 0;
    }

    // In the white row that the upper lots leave, over each run of columns that asks for it.
    void rule_above(int row) {
        for (int column = 0; column < grid_.columns;) {
            const int upper = owner(column, row - 1);
            const int lower = owner(column, row);
            int end = column + 1;
            while (end < grid_.columns && owner(end, row - 1) == upper && owner(end, row) == lower)
                ++end;
            if (upper != lower && open(upper) && open(lower)) {
                const double left = grid_.column_left(column);
                add_rule(style_.level_rules,
                         {left, grid_.row_top(row - 1), grid_.width_of(end - column), grid_.leading}, sheet_);
            }
            column = end;
        }
    }

    // In the gutter, as long as the same two lots stand side by side.
    void rule_left_of(int column) {
        for (int row = 0; row < grid_.rows;) {
            const int left = owner(column - 1, row);
            const int right = owner(column, row);
            int end = row + 1;
            while (end < grid_.rows && owner(column - 1, end) == left && owner(column, end) == right)
                ++end;
            const int foot = end == grid_.rows ? end : end - 1;
            const double height = (foot - row) * grid_.leading;
            if (left != right && open(left) && open(right) && height > kShortest * grid_.gutter)
                add_rule(RuleLook::hair,
                         {grid_.column_left(column) - grid_.gutter, grid_.row_top(row), grid_.gutter, height},
                         sheet_);
            row = end;
        }
    }

    const PaperStyle& style_;
    const Grid& grid_;
    const PagePlan& plan_;
    Sheet& sheet_;
    std::vector<int> owners_;
};

// Between neighbouring columns of one box, as far as both have text.
void rules_within(const BoxPlan& box, Sheet& sheet) {
    for (const Slot& left : box.slots) {
        for (const Slot& right : box.slots) {
            if (right.column != left.column + 1) continue;
            const int top = std::max(left.row, right.row);
            const int bottom = std::min(left.row + left.rows, right.row + right.rows);
            const double white = right.x - left.x - left.measure;
            // Beside a photo astride two columns there is no gutter to put a rule in.
            const double height = box.row_top(bottom) - box.row_top(top);
            if (height < kShortest * white || white > 0.5 * left.measure) continue;
            const Box own{left.x + left.measure, box.row_top(top), white, height};
            add_rule(RuleLook::hair, box.room.on_page(own), sheet);
        }
    }
}

}  // namespace

void print_page_rules(const PaperStyle& style, const Grid& grid, const PagePlan& plan, Sheet& sheet) {
    PageRules(style, grid, plan, sheet).print();
    for (const Lot& lot : plan.lots) {
        if (!lot.box) continue;
        const bool upright = lot.box->room.mode == Mode::vertical;
        if (style.column_rules == ColumnRules::everywhere || (upright && lot.box->slots.size() > 1))
            rules_within(*lot.box, sheet);
    }
}

}  // namespace banwen::newsprint
