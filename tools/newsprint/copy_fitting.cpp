#include "copy_fitting.h"

#include <algorithm>

#include "table_rows.h"

namespace banwen::newsprint {
namespace {

// Pieces whose paragraphs are entries or lines of verse rather than paragraphs.
bool is_list(const Story& story) {
    static const std::vector<std::string> kLists = {"contents", "tables", "verse"};
    return std::find(kLists.begin(), kLists.end(), story.kind) != kLists.end();
}

Setting setting_for(const PaperStyle& style, const BodyType& type, const Story& story, ParagraphKind kind,
                    double measure) {
    Setting setting;
    setting.em = type.em;
    setting.width = measure;
    setting.latin_gap_ems = style.latin_gap_ems;
    setting.gap_ems = style.name_gap_ems;
    setting.numbers = style.numbers;
    setting.pairs = style.pairs;
    setting.margin = style.margin;
    setting.face = type.face;
    setting.mode = type.mode == Mode::vertical ? LineMode::upright : LineMode::level;
    if (kind == ParagraphKind::crosshead) setting.face = style.sans;
    if (kind == ParagraphKind::byline) setting.face = style.kai;
    if (kind != ParagraphKind::body || is_list(story)) setting.indent_ems = 0;
    return setting;
}

CopyLine copy_line(SetLine set, const PaperStyle& style, ParagraphKind kind, std::size_t paragraph,
                   double measure) {
    CopyLine line{.set = std::move(set), .kind = kind, .paragraph = paragraph};
    if (kind == ParagraphKind::crosshead) line.rows = style.crosshead_rows;
    const bool centred = kind == ParagraphKind::crosshead ? style.crosshead_align == Align::centre
                                                          : kind == ParagraphKind::byline;
    if (centred) line.left = (measure - line.set.width) / 2;
    return line;
}

int rows_of(const PaperStyle& style, ParagraphKind kind) {
    return kind == ParagraphKind::crosshead ? style.crosshead_rows : 1;
}

// Walks through the slots row by row.
class Cursor {
  public:
    explicit Cursor(const std::vector<Slot>& slots) : slots_(slots) {}

    // Room for so many rows, and `keep` more below them; false when the slots are at their end.
    bool take(int rows, int keep) {
        while (slot_ < slots_.size() && row_ + rows + keep > slots_[slot_].rows)
            ++slot_, row_ = 0;
        if (slot_ == slots_.size()) return false;
        at_ = row_;
        row_ += rows;
        return true;
    }

    std::size_t slot() const { return slot_; }
    int row() const { return at_; }

    int rows_left() const {
        int left = 0;
        for (std::size_t s = slot_; s < slots_.size(); ++s)
            left += slots_[s].rows - (s == slot_ ? row_ : 0);
        return left;
    }

  private:
    const std::vector<Slot>& slots_;
    std::size_t slot_ = 0;
    int row_ = 0;
    int at_ = 0;
};

// Verse stands in the middle of the measure as one block, its lines level at their heads.
void centre_verse(std::vector<CopyLine>& lines, double measure) {
    double widest = 0;
    for (const CopyLine& line : lines)
        if (line.kind == ParagraphKind::body) widest = std::max(widest, line.set.width);
    for (CopyLine& line : lines)
        if (line.kind == ParagraphKind::body) line.left = std::max(0.0, measure - widest) / 2;
}

}  // namespace

std::vector<CopyLine> set_copy(const TypeCase& type_case, const PaperStyle& style, const BodyType& type,
                               const Story& story, Position from, double measure) {
    std::vector<CopyLine> lines;
    std::map<std::size_t, std::vector<SetLine>> rows;
    if (story.kind == "tables" || story.kind == "contents")
        rows =
            set_table_rows(type_case, story, setting_for(style, type, story, ParagraphKind::body, measure));
    for (std::size_t p = from.paragraph; p < story.paragraphs.size(); ++p) {
        const Paragraph& paragraph = story.paragraphs[p];
        const Setting setting = setting_for(style, type, story, paragraph.kind, measure);
        const std::size_t start = p == from.paragraph ? from.offset : 0;
        if (const auto row = rows.find(p); row != rows.end() && start == 0) {
            for (const SetLine& set : row->second) {
                lines.push_back(copy_line(set, style, paragraph.kind, p, measure));
                lines.back().table_row = true;
            }
            continue;
        }
        for (SetLine& set : set_paragraph(type_case, paragraph.text, start, setting))
            lines.push_back(copy_line(std::move(set), style, paragraph.kind, p, measure));
    }
    if (story.kind == "verse") centre_verse(lines, measure);
    return lines;
}

Flow flow_lines(const std::vector<CopyLine>& lines, std::size_t count, const std::vector<Slot>& slots) {
    Flow flow;
    Cursor cursor(slots);
    for (std::size_t i = 0; i < count; ++i) {
        const int keep = lines[i].kind == ParagraphKind::crosshead ? 1 : 0;
        if (!cursor.take(lines[i].rows, keep)) return flow;
        flow.placed.push_back({i, cursor.slot(), cursor.row()});
    }
    flow.rows_left = cursor.rows_left();
    return flow;
}

Composition set_into_slots(const TypeCase& type_case, const PaperStyle& style, const BodyType& type,
                           const Story& story, Position from, std::size_t paragraphs,
                           const std::vector<Slot>& slots) {
    Composition composition;
    Cursor cursor(slots);
    bool full = false;
    for (std::size_t p = from.paragraph; p < paragraphs && !full; ++p) {
        const Paragraph& paragraph = story.paragraphs[p];
        const ParagraphKind kind = paragraph.kind;
        std::vector<double> measures;
        const auto next_measure = [&](std::size_t) {
            full = full || !cursor.take(rows_of(style, kind), kind == ParagraphKind::crosshead ? 1 : 0);
            if (!full)
                composition.flow.placed.push_back(
                    {composition.lines.size() + measures.size(), cursor.slot(), cursor.row()});
            measures.push_back(full ? slots.front().measure : slots[cursor.slot()].measure);
            return measures.back();
        };
        const Setting setting = setting_for(style, type, story, kind, 0);
        const std::size_t start = p == from.paragraph ? from.offset : 0;
        const std::vector<SetLine> sets =
            set_paragraph(type_case, paragraph.text, start, setting, next_measure);
        for (std::size_t i = 0; i < sets.size(); ++i)
            composition.lines.push_back(copy_line(sets[i], style, kind, p, measures[i]));
    }
    composition.flow.rows_left = full ? 0 : cursor.rows_left();
    return composition;
}

std::vector<Slot> level_feet(std::vector<Slot> slots, int rows) {
    for (std::size_t s = slots.size(); rows > 0 && !slots.empty(); --rows) {
        s = s == 0 ? slots.size() - 1 : s - 1;
        --slots[s].rows;
        if (s == 0) s = slots.size();
    }
    return slots;
}

}  // namespace banwen::newsprint
