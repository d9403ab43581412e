// A box is tried with every story that is left: heading first, then the copy with as many paragraphs
// as fill it, a photo of each height that looks decent, a row or three of air in the heading. What
// white remains is taken up by the leading where it can be and priced where it cannot.
#include "box_plan.h"

#include <algorithm>
#include <cmath>

#include "photo_fit.h"

namespace banwen::newsprint {
namespace {

constexpr int kMostSpareHeadRows = 3;
constexpr int kLeastBodyRows = 5;
constexpr double kMostStretch = 1.07;  // of the leading, to fill a box to its foot

// Whether no slot is narrower than the room's columns, so that lines set once will do.
bool are_whole(const std::vector<Slot>& slots, const Room& room) {
    return std::all_of(slots.begin(), slots.end(), [&room](const Slot& slot) {
        return std::abs(slot.measure - room.columns.front().measure) < 1e-6;
    });
}

// All of one attempt at one cell; the search below varies rows of heading, photo and copy.
class Attempt {
  public:
    Attempt(const CopyDesk& desk, const Grid& grid, const Cell& cell, const BoxDress& dress, const Copy& copy)
        : desk_(desk), grid_(grid), story_(desk.story(copy.story)) {
        plan_.cell = cell;
        plan_.dress = dress;
        plan_.copy = copy;
        plan_.room = room_in(grid, cell, dress);
    }

    std::optional<BoxPlan> search() {
        if (plan_.room.columns.empty() || !place_head() || plan_.room.columns.empty()) return std::nullopt;
        lines_ = &desk_.lines(plan_.copy, plan_.dress.type, plan_.room.columns.front().measure);
        if (plan_.dress.photo.columns > 0) {
            photo_ = shape_photo(desk_, plan_.room, plan_.dress, story_);
            if (!photo_) return std::nullopt;
        }
        if (plan_.copy.part == Part::leaving) {
            leave();
        } else {
            for (std::size_t count = story_.paragraphs.size(); count > 0; --count)
                if (!try_paragraphs(count)) break;
        }
        return best_;
    }

  private:
    bool beside_head() const {
        return plan_.dress.head.mode == Mode::vertical && plan_.dress.type.mode == Mode::horizontal;
    }

    // mm across the lines of a heading that stands on top of the text.
    double head_width() const {
        if (plan_.cell.notch.corner != Corner::upper_right) return plan_.room.width();
        return grid_.width_of(plan_.cell.columns - plan_.cell.notch.columns);
    }

    bool place_head() {
        if (plan_.copy.part == Part::arriving) return true;
        const bool cut = plan_.cell.notch.corner == Corner::upper_right;
        const int columns = plan_.cell.columns - (cut ? plan_.cell.notch.columns : 0);
        const double along = beside_head() ? plan_.room.rows * plan_.room.leading : head_width();
        plan_.head = desk_.head(plan_.copy.story, plan_.dress.head, along, columns);
        if (plan_.head.decks.empty()) return false;
        if (beside_head()) return place_head_beside();
        head_rows_ = static_cast<int>(std::ceil(plan_.head.extent / plan_.room.leading - 0.15));
        return head_rows_ + kLeastBodyRows <= plan_.room.rows;
    }

    // The vertical heading takes a strip at the box's side; the columns divide what remains.
    bool place_head_beside() {
        if (plan_.cell.notch.corner != Corner::none) return false;
        const Box whole = plan_.room.box;
        const double strip = plan_.head.extent + 1.2 * grid_.em;
        const double taken = strip + 0.6 * grid_.em;
        const bool right = plan_.dress.head.side == Side::right;
        plan_.head_area = {right ? whole.right() - strip : whole.x, whole.y, strip, whole.h};
        const Box rest{whole.x + (right ? 0 : taken), whole.y, whole.w - taken, whole.h};
        if (rest.w < 9 * plan_.dress.type.em) return false;
        plan_.room = narrowed(plan_.room, grid_, plan_.dress, rest);
        return true;
    }

    std::vector<Slot> slots(int head_rows, const Obstacle& obstacle) const {
        std::vector<Slot> slots = slots_around(plan_.room, plan_.dress.type, head_rows, obstacle);
        if (slots.empty()) return slots;
        if (plan_.copy.part == Part::arriving) ++slots.front().row, --slots.front().rows;
        if (plan_.copy.part == Part::leaving) --slots.back().rows;
        return slots;
    }

    std::size_t lines_in(std::size_t paragraphs) const {
        std::size_t count = 0;
        while (count < lines_->size() && (*lines_)[count].paragraph < paragraphs)
            ++count;
        return count;
    }

    // False when fewer paragraphs than this are not worth trying.
    bool try_paragraphs(std::size_t paragraphs) {
        if (paragraphs <= plan_.copy.from.paragraph) return false;
        if (story_.paragraphs[paragraphs - 1].kind == ParagraphKind::crosshead) return true;
        const std::size_t count = lines_in(paragraphs);
        const double kept = static_cast<double>(count) / static_cast<double>(lines_->size());
        if (kept < 0.3) return false;
        plan_.lines = count;
        plan_.paragraphs = paragraphs;
        if (!photo_) {
            try_heads(0, (1 - kept) * 2);
            return true;
        }
        const int step = std::max(1, (photo_->most_rows - photo_->least_rows) / 8);
        for (int rows = photo_->least_rows; rows <= photo_->most_rows; rows += step)
            try_heads(rows, (1 - kept) * 2);
        return true;
    }

    void try_heads(int photo_rows, double extra) {
        const bool rigid = plan_.head.decks.empty() || beside_head();
        const int most = rigid ? 0 : kMostSpareHeadRows;
        for (int spare = 0; spare <= most; ++spare) {
            plan_.head_rows = head_rows_ + spare;
            Obstacle obstacle;
            if (photo_) obstacle = obstacle_of(*photo_, plan_.room, plan_.dress, plan_.head_rows, photo_rows);
            const std::vector<Slot> all = slots(plan_.head_rows, obstacle);
            if (!worth_filling(all, obstacle)) return;
            const std::optional<int> left = rows_left(all);
            if (!left) return;
            const double cost = white_cost(*left) + 0.7 * spare * spare + extra;
            if (best_ && best_->cost <= cost) continue;
            keep(all, obstacle, *left, cost);
        }
    }

    bool worth_filling(const std::vector<Slot>& slots, const Obstacle& obstacle) const {
        if (slots.empty() || slots.back().rows < 3 || slots.front().rows < 3) return false;
        const bool on_foot = plan_.dress.photo.stand == PhotoStand::foot;
        if (on_foot && obstacle.rows > 0 && obstacle.row < plan_.head_rows + 3) return false;
        return stands_within(plan_.room, obstacle);
    }

    // Rows that the copy leaves white, or nothing when it is too long.
    std::optional<int> rows_left(const std::vector<Slot>& slots) const {
        Flow flow;
        std::size_t lines = plan_.lines;
        if (are_whole(slots, plan_.room)) {
            flow = flow_lines(*lines_, plan_.lines, slots);
        } else {
            // Setting the text anew is dear: only where it may fit.
            double ems = 0;
            for (const Slot& slot : slots)
                ems += slot.rows * slot.measure;
            const double fill = static_cast<double>(lines) * plan_.room.columns.front().measure / ems;
            if (fill < 0.85 || fill > 1.0) return std::nullopt;
            const Composition set = set_into_slots(desk_.type_case(), desk_.style(), plan_.dress.type, story_,
                                                   plan_.copy.from, plan_.paragraphs, slots);
            lines = set.lines.size();
            flow = set.flow;
        }
        if (flow.placed.size() < lines) return std::nullopt;
        return flow.rows_left;
    }

    // A last column that is a row or two short is what papers look like; more is a hole.
    double white_cost(int rows_left) const {
        const double spread = spread_of(rows_left);
        const double left = rows_left - spread * static_cast<double>(plan_.room.columns.size());
        const double over = std::max(0.0, left - static_cast<double>(plan_.room.columns.size() - 1));
        return 0.15 * rows_left + over * over * 0.6;
    }

    // Only a box whose columns all end at its foot can be levelled.
    bool reaches_foot() const {
        const PhotoDress& photo = plan_.dress.photo;
        return plan_.cell.notch.corner == Corner::none && plan_.copy.part != Part::leaving &&
               (!photo_ || (photo.stand == PhotoStand::top && photo.fit == PhotoFit::across));
    }

    // Rows of white that the leading can take up.
    int spread_of(int rows_left) const {
        if (!reaches_foot()) return 0;
        const int body = plan_.room.rows - plan_.head_rows;
        const int most = static_cast<int>(body - body / kMostStretch);
        return std::min(most, rows_left / static_cast<int>(plan_.room.columns.size()));
    }

    void keep(const std::vector<Slot>& slots, const Obstacle& obstacle, int left, double cost) {
        best_ = plan_;
        best_->cost = cost;
        best_->slots = slots;
        best_->body_leading = plan_.room.leading;
        if (!beside_head()) {
            const double height = plan_.head_rows * plan_.room.leading;
            best_->head_area = plan_.room.on_page({0, 0, head_width(), height});
        }
        if (reaches_foot()) settle_feet(left);
        if (photo_) best_->photo = place_photo(*photo_, *best_, obstacle);
    }

    void settle_feet(int left) {
        const auto columns = static_cast<int>(best_->slots.size());
        if (const int spread = spread_of(left); spread > 0) {
            std::vector<Slot> shorter = best_->slots;
            for (Slot& slot : shorter)
                slot.rows -= spread;
            if (flow_lines(*lines_, plan_.lines, shorter).placed.size() == plan_.lines) {
                const double body = plan_.room.rows - plan_.head_rows;
                best_->slots = shorter;
                best_->body_leading *= body / (body - spread);
                left -= spread * columns;
            }
        }
        if (desk_.style().feet == Feet::ragged && left < columns) return;
        const std::vector<Slot> level = level_feet(best_->slots, left);
        if (flow_lines(*lines_, plan_.lines, level).placed.size() == plan_.lines) best_->slots = level;
    }

    // Fills the box to its foot and stops in mid-sentence, with enough left to go on with.
    void leave() {
        constexpr std::size_t kLeastRest = 9;
        constexpr std::u32string_view kStops = U"。！？”：；";
        for (int spare = 0; spare < kMostSpareHeadRows; ++spare) {
            plan_.head_rows = head_rows_ + spare;
            const std::vector<Slot> all = slots(plan_.head_rows, {});
            if (all.empty() || all.back().rows < 4 || !are_whole(all, plan_.room)) return;
            const std::size_t count = flow_lines(*lines_, lines_->size(), all).placed.size();
            if (count + kLeastRest > lines_->size() || count < 2) continue;
            const CopyLine& last = (*lines_)[count - 1];
            if (last.paragraph != (*lines_)[count].paragraph || last.kind != ParagraphKind::body ||
                last.set.divided || kStops.find(last.set.text.back()) != kStops.npos)
                continue;
            plan_.lines = count;
            keep(all, {}, 0, spare);
            best_->rest = {last.paragraph, last.set.end};
            return;
        }
    }

    const CopyDesk& desk_;
    const Grid& grid_;
    const Story& story_;
    BoxPlan plan_;
    int head_rows_ = 0;
    std::optional<PhotoShape> photo_;
    const std::vector<CopyLine>* lines_ = nullptr;
    std::optional<BoxPlan> best_;
};

}  // namespace

std::optional<BoxPlan> plan_box(const CopyDesk& desk, const Grid& grid, const Cell& cell,
                                const BoxDress& dress, const Copy& copy) {
    return Attempt(desk, grid, cell, dress, copy).search();
}

Composition compose(const CopyDesk& desk, const BoxPlan& plan) {
    if (!are_whole(plan.slots, plan.room))
        return set_into_slots(desk.type_case(), desk.style(), plan.dress.type, desk.story(plan.copy.story),
                              plan.copy.from, plan.paragraphs, plan.slots);
    const std::vector<CopyLine>& lines =
        desk.lines(plan.copy, plan.dress.type, plan.room.columns.front().measure);
    return {lines, flow_lines(lines, plan.lines, plan.slots)};
}

}  // namespace banwen::newsprint
