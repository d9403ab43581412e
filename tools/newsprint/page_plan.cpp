#include "page_plan.h"

#include <algorithm>
#include <numeric>

namespace banwen::newsprint {
namespace {

constexpr int kThrows = 160;
constexpr int kLeastRows = 13;
constexpr double kEmptyCost = 120;
constexpr double kTooMuchWhite = 25;  // price from which a box is better left to something else

// Divides the grid by straight cuts, first level by level across, then down, as a make-up man would.
class Division {
  public:
    Division(const Grid& grid, Dice& dice) : grid_(grid), dice_(dice) {
        largest_ = dice.between(0.14, 0.24) * grid.columns * grid.rows;
        divide({0, grid.columns, 0, grid.rows, true});
    }

    std::vector<Cell> release() { return std::move(cells_); }

  private:
    void divide(const Cell& cell) {
        const int area = cell.columns * cell.rows;
        const bool can_cut_across = cell.rows >= 2 * kLeastRows;
        const bool can_cut_down = cell.columns >= 2;
        const bool small = area <= largest_ * dice_.between(0.6, 1.2);
        if ((small && cell.rows <= 40) || (!can_cut_across && !can_cut_down)) {
            cells_.push_back(cell);
            return;
        }
        const double wide = cell.columns * (grid_.column_width() + grid_.gutter);
        const double tall = cell.rows * grid_.leading;
        const bool across = can_cut_across && (!can_cut_down || dice_.chance(tall / (tall + wide)));
        across ? cut_across(cell) : cut_down(cell);
    }

    void cut_across(const Cell& cell) {
        const int least = std::max(kLeastRows, static_cast<int>(cell.rows * 0.3));
        const int upper = dice_.whole(least, cell.rows - least);
        divide({cell.column, cell.columns, cell.row, upper, false});
        divide({cell.column, cell.columns, cell.row + upper, cell.rows - upper, cell.at_foot});
    }

    void cut_down(const Cell& cell) {
        const int left = dice_.whole(1, cell.columns - 1);
        divide({cell.column, left, cell.row, cell.rows, cell.at_foot});
        divide({cell.column + left, cell.columns - left, cell.row, cell.rows, cell.at_foot});
    }

    const Grid& grid_;
    Dice& dice_;
    double largest_ = 0;
    std::vector<Cell> cells_;
};

BoxDress plain_dress(const PaperStyle& style, const Cell& cell, Dice& dice) {
    BoxDress dress;
    dress.head.face = dice.pick(style.heads);
    dress.head.align = dice.chance(0.75) || cell.columns > 2 ? Align::centre : Align::left;
    return dress;
}

// One throw of a whole page.
class Throw {
  public:
    Throw(const CopyDesk& desk, const PageTask& task, Dice dice)
        : desk_(desk), task_(task), dice_(dice), unused_(task.unused) {
        cells_ = Division(task.grid, dice_).release();
        for (const Cell& cell : cells_)
            dresses_.push_back(plain_dress(desk.style(), cell, dice_));
        dice_.shuffle(unused_);
        plans_.resize(cells_.size());
    }

    PagePlan play() {
        dress_some();
        for (const Copy& copy : task_.arriving)
            place_copy(copy);
        if (task_.jump_to != 0) place_leaving();
        std::vector<std::size_t> order(cells_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t a, std::size_t b) { return claim(a) > claim(b); });
        for (const std::size_t i : order)
            if (!plans_[i]) place_best(i);
        return release();
    }

  private:
    // Boxes with special wishes choose before plain ones, large ones before small ones.
    int claim(std::size_t i) const {
        const BoxDress& dress = dresses_[i];
        const int wishes = (dress.photo_columns > 0 ? 2 : 0) + (dress.head.mode == Mode::vertical);
        return wishes * 10000 + cells_[i].columns * cells_[i].rows;
    }

    // Every page shows a photo, a frame and a vertical heading where the division has room for them.
    void dress_some() {
        std::vector<std::size_t> order(cells_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        dice_.shuffle(order);
        int photos = dice_.whole(1, 2);
        int frames = dice_.whole(1, 2);
        int uprights = 1;
        for (const std::size_t i : order) {
            const Cell& cell = cells_[i];
            const double width = task_.grid.width_of(cell.columns);
            if (photos > 0 && cell.columns >= 2 && cell.rows >= 18) {
                give_photo(i);
                --photos;
            } else if (uprights > 0 && cell.columns >= 2 && cell.columns <= 4 && width > 75 &&
                       cell.rows >= 14 && cell.rows <= 40) {
                dresses_[i].head.mode = Mode::vertical;
                --uprights;
            } else if (frames > 0 && cell.rows <= 34) {
                dresses_[i].frame = dice_.pick(std::vector{Frame::thin, Frame::thick, Frame::double_line});
                --frames;
            }
        }
    }

    void give_photo(std::size_t i) {
        BoxDress& dress = dresses_[i];
        const int columns = cells_[i].columns;
        dress.photo_columns = std::clamp(dice_.whole(1, columns), columns > 2 ? 2 : 1, 3);
        dress.photo_from = dice_.chance(0.7) ? columns - dress.photo_columns : 0;
        dress.photo_seed = dice_.next();
    }

    void place_copy(const Copy& copy) {
        std::optional<std::size_t> best;
        BoxPlan best_plan;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (plans_[i]) continue;
            const auto plan = plan_box(desk_, task_.grid, cells_[i], BoxDress{}, copy);
            if (plan && (!best || plan->cost < best_plan.cost)) best = i, best_plan = *plan;
        }
        if (!best) {
            cost_ += 10 * kEmptyCost;
            return;
        }
        plans_[*best] = best_plan;
    }

    // The largest box whose heading spans columns takes a story too long for it.
    void place_leaving() {
        std::optional<std::size_t> largest;
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (cells_[i].columns >= 2 && (!largest || area(i) > area(*largest))) largest = i;
        if (!largest) {
            cost_ += 5 * kEmptyCost;
            return;
        }
        BoxDress dress = plain_dress(desk_.style(), cells_[*largest], dice_);
        for (const std::size_t story : unused_) {
            const Copy copy{story, {}, Part::leaving, task_.jump_to};
            plans_[*largest] = plan_box(desk_, task_.grid, cells_[*largest], dress, copy);
            if (!plans_[*largest]) continue;
            std::erase(unused_, story);
            return;
        }
        cost_ += 5 * kEmptyCost;
    }

    int area(std::size_t i) const { return cells_[i].columns * cells_[i].rows; }

    void place_best(std::size_t i) {
        std::optional<BoxPlan> best = best_story(i, dresses_[i]);
        if (!best || best->cost > kTooMuchWhite) {
            const BoxDress plain = plain_dress(desk_.style(), cells_[i], dice_);
            std::optional<BoxPlan> other = best_story(i, plain);
            if (other && (!best || other->cost < best->cost)) best = other;
        }
        if (!best || best->cost > kTooMuchWhite) return;
        std::erase(unused_, best->copy.story);
        plans_[i] = best;
    }

    std::optional<BoxPlan> best_story(std::size_t i, const BoxDress& dress) const {
        std::optional<BoxPlan> best;
        for (const std::size_t story : unused_) {
            const Copy copy{story, {}, Part::whole, 0};
            auto plan = plan_box(desk_, task_.grid, cells_[i], dress, copy);
            if (plan && (!best || plan->cost < best->cost)) best = std::move(plan);
        }
        return best;
    }

    PagePlan release() {
        PagePlan page;
        page.cost = cost_;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (!plans_[i]) {
                page.empty.push_back(cells_[i]);
                page.cost += kEmptyCost;
                continue;
            }
            page.cost += plans_[i]->cost;
            page.boxes.push_back(std::move(*plans_[i]));
        }
        return page;
    }

    const CopyDesk& desk_;
    const PageTask& task_;
    Dice dice_;
    std::vector<std::size_t> unused_;
    std::vector<Cell> cells_;
    std::vector<BoxDress> dresses_;
    std::vector<std::optional<BoxPlan>> plans_;
    double cost_ = 0;
};

// A page without a photo, a frame or a vertical heading is duller than a row of white, and a front
// page wants its first heading to run wide.
double dullness(const PagePlan& page, const PageTask& task) {
    double cost = 12;
    const auto some = [&page](auto wish) { return std::any_of(page.boxes.begin(), page.boxes.end(), wish); };
    if (some([](const BoxPlan& box) { return !box.photo.empty(); })) cost -= 4;
    if (some([](const BoxPlan& box) { return box.dress.frame != Frame::none; })) cost -= 4;
    if (some([](const BoxPlan& box) { return box.dress.head.mode == Mode::vertical; })) cost -= 4;
    const bool wide = some([&task](const BoxPlan& box) {
        return box.cell.row == 0 && 2 * box.cell.columns > task.grid.columns;
    });
    return task.number == 1 && !wide ? cost + 8 : cost;
}

}  // namespace

PagePlan plan_page(const CopyDesk& desk, const PageTask& task, Dice& dice) {
    std::optional<PagePlan> best;
    for (int i = 0; i < kThrows; ++i) {
        PagePlan page = Throw(desk, task, dice.fork(static_cast<std::uint64_t>(i))).play();
        page.cost += dullness(page, task);
        if (!best || page.cost < best->cost) best = std::move(page);
    }
    return *best;
}

}  // namespace banwen::newsprint
