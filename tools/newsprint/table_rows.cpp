// The idea: neighbouring paragraphs with as many cells as each other are one table; its columns are as wide
// as their widest cells and share the white that is left. Lists of two columns, names and prices, are set row
// by row. A table whose rows differ in their number of cells falls into several, each aligned for itself.
#include "table_rows.h"

#include <algorithm>

namespace banwen::newsprint {
namespace {

constexpr double kLeastGapEms = 0.6;
constexpr std::size_t kLeastRows = 2;

std::vector<SetLine> set_cells(const TypeCase& type_case, const Paragraph& paragraph,
                               const Setting& setting) {
    std::vector<SetLine> cells;
    if (paragraph.kind != ParagraphKind::body) return cells;
    std::u32string_view rest = paragraph.text;
    while (!rest.empty()) {
        const std::size_t gap = std::min(rest.find(U' '), rest.size());
        if (gap > 0) cells.push_back(set_display_line(type_case, rest.substr(0, gap), setting));
        rest.remove_prefix(std::min(gap + 1, rest.size()));
    }
    return cells;
}

using Table = std::vector<std::vector<SetLine>>;

std::vector<double> column_widths(const Table& table) {
    std::vector<double> widths(table.front().size());
    for (const auto& row : table)
        for (std::size_t c = 0; c < row.size(); ++c)
            widths[c] = std::max(widths[c], row[c].width);
    return widths;
}

SetLine join_cells(const std::vector<SetLine>& cells, const std::vector<double>& widths, double gap) {
    SetLine line;
    double left = 0;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const double x = c == 0 ? 0 : left + widths[c] - cells[c].width;
        for (Piece piece : cells[c].pieces) {
            piece.x += x;
            line.pieces.push_back(std::move(piece));
        }
        if (c > 0) line.text += U' ';
        line.text += cells[c].text;
        line.width = x + cells[c].width;
        left += widths[c] + gap;
    }
    return line;
}

// Every row for itself: nothing stands between a name and its price.
std::vector<std::vector<SetLine>> set_pairs(const Table& table, const Setting& setting) {
    std::vector<std::vector<SetLine>> lines;
    for (const auto& row : table) {
        const std::vector<double> widths = {row[0].width, row[1].width};
        const double gap = setting.width - widths[0] - widths[1];
        if (gap >= kLeastGapEms * setting.em) {
            lines.push_back({join_cells(row, widths, gap)});
        } else {
            SetLine price = row[1];
            for (Piece& piece : price.pieces)
                piece.x += setting.width - widths[1];
            price.width = setting.width;
            lines.push_back({row[0], price});
        }
    }
    return lines;
}

// The rows of one table, or none when it is too wide or no table.
std::vector<std::vector<SetLine>> set_table(const Table& table, const Setting& setting) {
    std::vector<std::vector<SetLine>> lines;
    if (table.size() < kLeastRows || table.front().size() < 2) return lines;
    const std::vector<double> widths = column_widths(table);
    if (*std::max_element(widths.begin(), widths.end()) > setting.width) return lines;
    if (widths.size() == 2) return set_pairs(table, setting);
    double gap = setting.width;
    for (const double width : widths)
        gap -= width;
    gap /= static_cast<double>(widths.size() - 1);
    if (gap < kLeastGapEms * setting.em) return lines;
    for (const auto& row : table)
        lines.push_back({join_cells(row, widths, gap)});
    return lines;
}

}  // namespace

std::map<std::size_t, std::vector<SetLine>> set_table_rows(const TypeCase& type_case, const Story& story,
                                                           const Setting& setting) {
    std::map<std::size_t, std::vector<SetLine>> rows;
    if (setting.mode == LineMode::upright) return rows;
    Table table;
    for (std::size_t p = 0; p <= story.paragraphs.size(); ++p) {
        std::vector<SetLine> cells;
        if (p < story.paragraphs.size()) cells = set_cells(type_case, story.paragraphs[p], setting);
        if (!table.empty() && cells.size() != table.front().size()) {
            auto lines = set_table(table, setting);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                const std::size_t at = p - table.size() + i;
                for (SetLine& line : lines[i])
                    line.end = story.paragraphs[at].text.size();
                rows[at] = std::move(lines[i]);
            }
            table.clear();
        }
        table.push_back(std::move(cells));
    }
    return rows;
}

}  // namespace banwen::newsprint
