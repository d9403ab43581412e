#include "page_plan.h"

#include <algorithm>
#include <numeric>

#include "division.h"
#include "page_dress.h"

namespace banwen::newsprint {
namespace {

constexpr int kThrows = 160;
constexpr double kEmptyCost = 60;     // and as much again for a tenth of the page
constexpr double kTooMuchWhite = 22;  // price from which a box is better left to something else

DivisionWishes wishes_for(const PageTask& task) {
    return {task.number == 1 ? 0.35 : 0.6, task.index_rows};
}

// One throw of a whole page.
class Throw {
  public:
    Throw(const CopyDesk& desk, const PageTask& task, Dice dice)
        : desk_(desk), task_(task), dice_(dice), unused_(task.unused) {
        cells_ = divide_page(task.grid, wishes_for(task), dice_);
        dresses_ = dress_page(desk.style(), task.grid, cells_, dice_);
        dice_.shuffle(unused_);
        plans_.resize(cells_.size());
    }

    PagePlan play() {
        for (const Copy& copy : task_.arriving)
            place_copy(copy);
        if (task_.jump_to != 0) place_leaving();
        std::vector<std::size_t> order(cells_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t a, std::size_t b) { return claim(a) > claim(b); });
        for (const std::size_t i : order)
            if (open(i)) place_best(i);
        return release();
    }

  private:
    bool open(std::size_t i) const { return !plans_[i] && cells_[i].use == Use::story; }
    int area(std::size_t i) const { return cells_[i].columns * cells_[i].rows; }

    // Boxes with special wishes choose before plain ones, large ones before small ones.
    int claim(std::size_t i) const {
        const BoxDress& dress = dresses_[i];
        const int wishes = (dress.photo.columns > 0 ? 2 : 0) + (dress.head.mode == Mode::vertical) +
                           (dress.type.mode == Mode::vertical) + 2 * (cells_[i].notch.corner != Corner::none);
        return wishes * 10000 + area(i);
    }

    void place_copy(const Copy& copy) {
        std::optional<std::size_t> best;
        BoxPlan best_plan;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (!open(i)) continue;
            const BoxDress dress = plain_dress(desk_.style(), cells_[i], dice_);
            const auto plan = plan_box(desk_, task_.grid, cells_[i], dress, copy);
            if (plan && (!best || plan->cost < best_plan.cost)) best = i, best_plan = *plan;
        }
        if (!best) {
            cost_ += 30 * kEmptyCost;
            return;
        }
        plans_[*best] = best_plan;
    }

    // The largest box whose heading spans columns takes a story too long for it.
    void place_leaving() {
        std::optional<std::size_t> largest;
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (open(i) && cells_[i].columns >= 2 && cells_[i].notch.corner == Corner::none &&
                (!largest || area(i) > area(*largest)))
                largest = i;
        if (largest) {
            const BoxDress dress = plain_dress(desk_.style(), cells_[*largest], dice_);
            for (const std::size_t story : unused_) {
                const Copy copy{story, {}, Part::leaving, task_.jump_to};
                plans_[*largest] = plan_box(desk_, task_.grid, cells_[*largest], dress, copy);
                if (!plans_[*largest]) continue;
                std::erase(unused_, story);
                return;
            }
        }
        cost_ += 20 * kEmptyCost;
    }

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
            if (best && best->cost < 0.5) break;
        }
        return best;
    }

    PagePlan release() {
        PagePlan page;
        page.cost = cost_;
        const double whole = task_.grid.columns * task_.grid.rows;
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (open(i)) {
                page.cost += kEmptyCost * (1 + 10 * area(i) / whole);
                for (const Cell& part : rectangles_of(cells_[i]))
                    page.lots.push_back({for_sale(part), {}});
                continue;
            }
            if (plans_[i]) page.cost += plans_[i]->cost;
            page.lots.push_back({cells_[i], std::move(plans_[i])});
        }
        return page;
    }

    // What no story fills goes to an advertiser, or to a table.
    Cell for_sale(Cell cell) {
        const bool table = cell.columns <= 2 && cell.rows <= 40 && cell.rows >= kLeastRows;
        cell.use = table && dice_.chance(0.3) ? Use::table : Use::advertisement;
        return cell;
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

// A page without a photo, a frame, an upright heading or an L is duller than a row of white, and a
// front page wants its first heading to run wide.
double dullness(const PagePlan& page, const PageTask& task) {
    const auto some = [&page](auto wish) {
        return std::any_of(page.lots.begin(), page.lots.end(),
                           [&](const Lot& lot) { return lot.box && wish(*lot.box); });
    };
    double cost = 0;
    if (!some([](const BoxPlan& box) { return !box.photo.picture.empty(); })) cost += 5;
    if (!some([](const BoxPlan& box) { return box.dress.frame != Frame::none; })) cost += 3;
    if (!some([](const BoxPlan& box) { return box.dress.head.mode == Mode::vertical; })) cost += 4;
    if (!some([](const BoxPlan& box) { return box.cell.notch.corner != Corner::none; })) cost += 4;
    const bool has_index = std::any_of(page.lots.begin(), page.lots.end(),
                                       [](const Lot& lot) { return lot.cell.use == Use::index; });
    if (task.index_rows > 0 && !has_index) cost += 6;
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
