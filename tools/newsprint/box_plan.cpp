#include "box_plan.h"

#include <cmath>

#include <fmt/format.h>

#include "unicode.h"

namespace banwen::newsprint {
namespace {

constexpr int kMostSpareHeadRows = 3;
constexpr int kLeastBodyRows = 5;
constexpr double kCaptionScale = 0.88;  // of the body's em

// The white within a box that text, heading and photo share.
struct Room {
    Box box;  // mm, inside the frame
    int rows = 0;
    int columns = 1;
    double measure = 0;  // mm
    double gutter = 0;   // mm

    double column_left(int c) const { return box.x + c * (measure + gutter); }
};

Room columns_of(const Grid& grid, Box box, int rows, int columns) {
    const double least_gutter = std::min(grid.gutter, 1.5 * grid.em);
    const double share = (box.w - (columns - 1) * least_gutter) / columns;
    const double measure = std::floor(share / grid.em + 1e-6) * grid.em;
    Room room{box, rows, columns, measure, 0};
    if (columns > 1) room.gutter = (box.w - columns * measure) / (columns - 1);
    if (columns == 1) room.box.x += (box.w - measure) / 2;
    return room;
}

Room room_in(const Grid& grid, const Cell& cell, const BoxDress& dress) {
    Box box = box_of(grid, cell);
    int rows = cell.rows - (cell.at_foot ? 0 : 1);
    if (dress.frame != Frame::none) {
        box = {box.x + grid.em, box.y + 0.5 * grid.leading, box.w - 2 * grid.em, box.h - grid.leading};
        --rows;
    }
    return columns_of(grid, box, rows, cell.columns);
}

// All of one attempt at one cell; the search below varies rows of heading, photo and copy.
class Attempt {
  public:
    Attempt(const CopyDesk& desk, const Grid& grid, const Cell& cell, const BoxDress& dress, const Copy& copy)
        : desk_(desk), grid_(grid), story_(desk.story(copy.story)) {
        plan_.cell = cell;
        plan_.dress = dress;
        plan_.copy = copy;
        room_ = room_in(grid, cell, dress);
    }

    std::optional<BoxPlan> search() {
        if (!place_head()) return std::nullopt;
        plan_.measure = room_.measure;
        plan_.top = room_.box.y;
        lines_ = &desk_.lines(plan_.copy, room_.measure);
        if (!place_caption()) return std::nullopt;
        if (plan_.copy.part == Part::leaving) {
            leave();
        } else {
            for (std::size_t count = story_.paragraphs.size(); count > 0; --count)
                if (!try_paragraphs(count)) break;
        }
        return best_;
    }

  private:
    bool place_head() {
        if (plan_.copy.part == Part::arriving) return true;
        const bool upright = plan_.dress.head.mode == Mode::vertical;
        const double along = upright ? (room_.rows - 1) * grid_.leading : room_.box.w;
        plan_.head = desk_.head(plan_.copy.story, plan_.dress.head, along, plan_.cell.columns);
        if (plan_.head.decks.empty()) return false;
        if (!upright) {
            head_rows_ = static_cast<int>(std::ceil(plan_.head.extent / grid_.leading - 0.15));
            return head_rows_ + kLeastBodyRows <= room_.rows;
        }
        return place_upright_head();
    }

    // The vertical heading takes a strip at the box's left; the columns divide what remains.
    bool place_upright_head() {
        Box rest = room_.box;
        const double strip = plan_.head.extent + 1.2 * grid_.em;
        plan_.head_area = {rest.x, rest.y, strip, room_.rows * grid_.leading};
        rest.x += strip + 0.6 * grid_.em;
        rest.w -= strip + 0.6 * grid_.em;
        const int columns =
            std::max(1, static_cast<int>(std::lround(rest.w / (grid_.column_width() + grid_.gutter))));
        if (rest.w < 9 * grid_.em) return false;
        room_ = columns_of(grid_, rest, room_.rows, columns);
        return true;
    }

    bool place_caption() {
        const int columns = plan_.dress.photo_columns;
        if (columns == 0) return true;
        if (story_.caption.empty() || columns > room_.columns) return false;
        Setting setting;
        setting.face = desk_.style().kai;
        setting.em = grid_.em * kCaptionScale;
        setting.width = photo_width();
        setting.indent_ems = 0;
        setting.gap_ems = desk_.style().name_gap_ems;
        plan_.caption = set_paragraph(desk_.type_case(), story_.caption, 0, setting);
        return true;
    }

    double photo_width() const {
        const int n = plan_.dress.photo_columns;
        return n * room_.measure + (n - 1) * room_.gutter;
    }

    double caption_height() const {
        return static_cast<double>(plan_.caption.size()) * grid_.em * kCaptionScale * 1.25 + 1.2;
    }

    int mark_rows() const { return plan_.copy.part == Part::whole ? 0 : 1; }

    std::vector<Slot> slots(int head_rows, int photo_rows) const {
        std::vector<Slot> slots;
        const int first = plan_.dress.photo_from;
        for (int c = 0; c < room_.columns; ++c) {
            const bool under_photo = photo_rows > 0 && c >= first && c < first + plan_.dress.photo_columns;
            const int top = head_rows + (under_photo ? photo_rows : 0);
            slots.push_back({room_.column_left(c), top, room_.rows - top});
        }
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
        if (story_.paragraphs[paragraphs - 1].kind != ParagraphKind::body) return true;
        const std::size_t count = lines_in(paragraphs);
        const double kept = static_cast<double>(count) / static_cast<double>(lines_->size());
        if (kept < 0.3) return false;
        const double cut_cost = (1 - kept) * 2;
        if (plan_.dress.photo_columns == 0) {
            try_heads(paragraphs, count, 0, cut_cost);
            return true;
        }
        const double width = photo_width();
        const int least = static_cast<int>((0.52 * width + caption_height()) / grid_.leading) + 1;
        const double tallest = plan_.dress.photo_columns == 1 ? 1.25 : 0.85;
        const int most = static_cast<int>((tallest * width + caption_height()) / grid_.leading) + 1;
        for (int rows = least; rows <= most; ++rows)
            try_heads(paragraphs, count, rows, cut_cost);
        return true;
    }

    void try_heads(std::size_t paragraphs, std::size_t count, int photo_rows, double extra) {
        const bool rigid = plan_.head.decks.empty() || plan_.dress.head.mode == Mode::vertical;
        const int most = rigid ? 0 : kMostSpareHeadRows;
        for (int spare = 0; spare <= most; ++spare) {
            const int head_rows = head_rows_ + spare;
            const std::vector<Slot> all = slots(head_rows, photo_rows);
            if (all.back().rows < 3 || all.front().rows < 3) return;
            const Flow flow = flow_lines(*lines_, count, all);
            if (flow.placed.size() < count) return;
            const double cost = white_cost(flow.rows_left) + 0.7 * spare * spare + extra;
            if (best_ && best_->cost <= cost) continue;
            keep(head_rows, photo_rows, all, cost);
            best_->lines = count;
            best_->paragraphs = paragraphs;
            settle_feet(count, flow.rows_left);
        }
    }

    // A last column that is a row or two short is what papers look like; more is a hole.
    double white_cost(int rows_left) const {
        const double over = std::max(0, rows_left - (room_.columns - 1));
        return 0.15 * rows_left + over * over * 0.6;
    }

    void settle_feet(std::size_t count, int rows_left) {
        if (desk_.style().feet == Feet::ragged && rows_left < room_.columns) return;
        const std::vector<Slot> level = level_feet(best_->slots, rows_left);
        if (flow_lines(*lines_, count, level).placed.size() == count) best_->slots = level;
    }

    void keep(int head_rows, int photo_rows, const std::vector<Slot>& slots, double cost) {
        best_ = plan_;
        best_->cost = cost;
        best_->slots = slots;
        if (plan_.dress.head.mode == Mode::horizontal)
            best_->head_area = {room_.box.x, room_.box.y, room_.box.w, head_rows * grid_.leading};
        if (photo_rows == 0) {
            best_->caption.clear();
            return;
        }
        best_->photo = {room_.column_left(plan_.dress.photo_from),
                        room_.box.y + head_rows * grid_.leading + 0.8, photo_width(),
                        photo_rows * grid_.leading - caption_height() - 1.6};
    }

    // Fills the box to its foot and stops in mid-sentence, with enough left to go on with.
    void leave() {
        constexpr std::size_t kLeastRest = 9;
        constexpr std::u32string_view kStops = U"。！？”：；";
        for (int spare = 0; spare < kMostSpareHeadRows; ++spare) {
            const std::vector<Slot> all = slots(head_rows_ + spare, 0);
            if (all.back().rows < 4) return;
            const std::size_t count = flow_lines(*lines_, lines_->size(), all).placed.size();
            if (count + kLeastRest > lines_->size() || count < 2) continue;
            const CopyLine& last = (*lines_)[count - 1];
            if (last.paragraph != (*lines_)[count].paragraph || last.kind != ParagraphKind::body ||
                kStops.find(last.set.text.back()) != kStops.npos)
                continue;
            keep(head_rows_ + spare, 0, all, spare);
            best_->lines = count;
            best_->rest = {last.paragraph, last.set.end};
            return;
        }
    }

    const CopyDesk& desk_;
    const Grid& grid_;
    const Story& story_;
    BoxPlan plan_;
    Room room_;
    int head_rows_ = 0;
    const std::vector<CopyLine>* lines_ = nullptr;
    std::optional<BoxPlan> best_;
};

}  // namespace

const std::vector<CopyLine>& CopyDesk::lines(const Copy& copy, double measure) const {
    const std::string key =
        fmt::format("{} {} {} {:.3f}", copy.story, copy.from.paragraph, copy.from.offset, measure);
    const auto [it, fresh] = lines_.try_emplace(key);
    if (fresh) it->second = set_copy(type_case_, style_, stories_[copy.story], copy.from, measure);
    return it->second;
}

const Head& CopyDesk::head(std::size_t story, const HeadDress& dress, double room, int columns) const {
    const std::string key = fmt::format(
        "{} {} {} {} {} {:.3f} {:.2f} {}", story, static_cast<int>(dress.mode), static_cast<int>(dress.align),
        dress.face.family, dress.face.weight, dress.face.stretch, room, columns);
    const auto [it, fresh] = heads_.try_emplace(key);
    if (fresh) it->second = plan_head(type_case_, style_, stories_[story], dress, room, columns);
    return it->second;
}

std::optional<BoxPlan> plan_box(const CopyDesk& desk, const Grid& grid, const Cell& cell,
                                const BoxDress& dress, const Copy& copy) {
    return Attempt(desk, grid, cell, dress, copy).search();
}

Box box_of(const Grid& grid, const Cell& cell) {
    const int rows = cell.rows - (cell.at_foot ? 0 : 1);
    return {grid.column_left(cell.column), grid.row_top(cell.row), grid.width_of(cell.columns),
            rows * grid.leading};
}

}  // namespace banwen::newsprint
