#include "copy_fitting.h"

namespace banwen::newsprint {
namespace {

Setting setting_for(const PaperStyle& style, ParagraphKind kind, double measure) {
    Setting setting;
    setting.em = style.grid.em;
    setting.width = measure;
    setting.latin_gap_ems = style.latin_gap_ems;
    setting.gap_ems = style.name_gap_ems;
    setting.face = style.body;
    if (kind == ParagraphKind::crosshead) setting.face = style.sans;
    if (kind == ParagraphKind::byline) setting.face = style.kai;
    if (kind != ParagraphKind::body) setting.indent_ems = 0;
    return setting;
}

}  // namespace

std::vector<CopyLine> set_copy(const TypeCase& type_case, const PaperStyle& style, const Story& story,
                               Position from, double measure) {
    std::vector<CopyLine> lines;
    for (std::size_t p = from.paragraph; p < story.paragraphs.size(); ++p) {
        const Paragraph& paragraph = story.paragraphs[p];
        const Setting setting = setting_for(style, paragraph.kind, measure);
        const std::size_t start = p == from.paragraph ? from.offset : 0;
        for (SetLine& set : set_paragraph(type_case, paragraph.text, start, setting)) {
            CopyLine line{std::move(set), paragraph.kind, p, 1, 0};
            if (paragraph.kind != ParagraphKind::body) line.left = (measure - line.set.width) / 2;
            if (paragraph.kind == ParagraphKind::crosshead) line.rows = style.crosshead_rows;
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

Flow flow_lines(const std::vector<CopyLine>& lines, std::size_t count, const std::vector<Slot>& slots) {
    Flow flow;
    std::size_t slot = 0;
    int row = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const int keep = lines[i].kind == ParagraphKind::crosshead ? 1 : 0;
        while (slot < slots.size() && row + lines[i].rows + keep > slots[slot].rows)
            ++slot, row = 0;
        if (slot == slots.size()) return flow;
        flow.placed.push_back({i, slot, row});
        row += lines[i].rows;
    }
    if (slots.empty()) return flow;
    flow.rows_left = slots[slot].rows - row;
    for (std::size_t s = slot + 1; s < slots.size(); ++s)
        flow.rows_left += slots[s].rows;
    return flow;
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
