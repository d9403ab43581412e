#include "index_box.h"

#include <algorithm>

#include "display.h"
#include "jump_mark.h"
#include "rules.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

constexpr double kAir = 2.2;       // mm inside the frame
constexpr double kHeadSize = 6.2;  // mm
constexpr double kPitch = 1.42;    // of the entries' size

// The lines of each entry that still fits.
std::vector<std::vector<SetLine>> set_entries(const CopyDesk& desk, const std::vector<IndexEntry>& entries,
                                              const Box& room, double size) {
    Setting setting;
    setting.face = desk.style().body;
    setting.em = size;
    setting.width = room.w;
    setting.indent_ems = 0;
    setting.gap_ems = 0.8;
    std::vector<std::vector<SetLine>> all;
    double height = 0;
    for (const IndexEntry& entry : entries) {
        const std::u32string text = joined({U"▶", entry.title, U"（", chinese_number(entry.page), U"版）"});
        auto lines = set_paragraph(desk.type_case(), text, 0, setting);
        height += (static_cast<double>(lines.size()) + 0.35) * kPitch * size;
        if (!all.empty() && height > room.h) break;
        all.push_back(std::move(lines));
    }
    return all;
}

void print_heading(const CopyDesk& desk, const Box& room, int article, Sheet& sheet) {
    const PaperStyle& style = desk.style();
    const std::u32string heading = style.jump_form % 2 == 0 ? U"今日导读" : U"今日要目";
    sheet.panels.push_back({{room.x, room.y, room.w, kHeadSize * 1.4}, 1, {}});
    add_display_line(desk.type_case(), heading, {Kind::headline, style.sans, kHeadSize, Tone::paper},
                     {room.x + room.w / 2, room.y + 1.08 * kHeadSize, 0.5},
                     open_region(Kind::headline, article, sheet), sheet);
}

}  // namespace

int index_rows(std::size_t entries) {
    return entries == 0 ? 0 : std::min(26, 5 + 3 * static_cast<int>(entries));
}

PrintedArticle print_index(const CopyDesk& desk, const Box& box, const std::vector<IndexEntry>& entries,
                           int article, Sheet& sheet) {
    const std::size_t first = sheet.regions.size();
    print_frame(box, Frame::thin, article, sheet);
    Box room = inset(box, kAir);
    print_heading(desk, room, article, sheet);
    room.y += kHeadSize * 1.4 + kAir;
    room.h -= kHeadSize * 1.4 + kAir;
    const double size = desk.style().grid.em;
    const auto all = set_entries(desk, entries, room, size);
    std::size_t lines = 0;
    for (const auto& entry : all)
        lines += entry.size();
    const double used = static_cast<double>(lines) * kPitch * size;
    const double share = std::max(0.0, room.h - used) / static_cast<double>(all.size());
    const std::size_t region = open_region(Kind::body, article, sheet);
    double y = room.y + share / 2 + 0.95 * size;
    for (const auto& entry : all) {
        for (const SetLine& set : entry) {
            PlacedLine line;
            line.text = set.text;
            line.face = desk.style().body;
            line.size = size;
            line.region = region;
            for (const Piece& piece : set.pieces)
                line.pieces.push_back({piece.text, {room.x + piece.x, y}, false});
            sheet.lines.push_back(std::move(line));
            y += kPitch * size;
        }
        y += share;
    }
    PrintedArticle index = article_of_regions("index", first, sheet);
    index.text.clear();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0) index.text += U'\n';
        for (const SetLine& set : all[i])
            index.text += set.text;
    }
    return index;
}

}  // namespace banwen::newsprint
