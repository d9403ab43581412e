// A column of text is eight characters wide and more; a cell of a table is narrower, and stands level with
// two or more others, row after row. A rule across the whole width opens the table, parts its head from its
// body, or closes it; its head may be white on a band of ink instead, or be parted into words as the rows
// are into cells. Verses may stand in short lines beside each other as well, but neither belongs to them.
// Rule and head also tell how wide the table is, where short lines of its neighbours stand level with it.
//
// What this cannot do: tables without any rule or head, tables of two columns, and cells whose text runs over
// several lines.
#include "order/join_tables.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace banwen {
namespace {

constexpr double kWidestCellEm = 7.5;
constexpr double kBesideEm = 8;     // white between two cells of a row
constexpr double kRowStepEm = 3;    // from one row to the next
constexpr double kCellsARow = 2.5;  // mean of a table's rows
constexpr std::size_t kFewestRows = 3;
constexpr double kRuleShare = 0.7;    // of the table's width that its rule covers
constexpr double kRuleReachEm = 1.6;  // from the first or last row to a rule
constexpr double kHeadReachEm = 1.8;  // from the first row up to the names of the columns
constexpr double kHeadPlayEm = 2.5;   // that the columns are wider than their names
constexpr double kTitleReachEm = 3;   // from the table's first row up to its title

// A line and the piece that it stands in.
struct Cell {
    std::size_t piece = 0;
    std::size_t line = 0;
    Box box;
};

bool level(const Box& a, const Box& b) {
    return overlap_y(a, b) > 0.5 * std::min(a.height, b.height);
}

int gap_x(const Box& a, const Box& b) {
    return std::max(a.left, b.left) - std::min(a.right(), b.right());
}

// Cells stand under each other; the last line of a paragraph is as short, but has long ones above and below.
bool may_be_cell(const Piece& piece, std::size_t line, double em) {
    const auto narrow = [&](std::size_t k) { return piece.lines[k].box.width < kWidestCellEm * em; };
    if (piece.lines.size() < 3 || !narrow(line)) return narrow(line);
    return (line > 0 && narrow(line - 1)) || (line + 1 < piece.lines.size() && narrow(line + 1));
}

std::vector<Cell> narrow_lines(const std::vector<Piece>& pieces, double em) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!is_running_text(pieces[i]) || pieces[i].kind == RegionKind::table ||
            pieces[i].mode != WritingMode::horizontal)
            continue;
        for (std::size_t k = 0; k < pieces[i].lines.size(); ++k)
            if (may_be_cell(pieces[i], k, em)) cells.push_back({i, k, pieces[i].lines[k].box});
    }
    return cells;
}

using Row = std::vector<Cell>;

// Cells that stand level, from left to right; rows from top to bottom.
std::vector<Row> rows_of(std::vector<Cell> cells, double em) {
    std::sort(cells.begin(), cells.end(),
              [](const Cell& a, const Cell& b) { return a.box.left < b.box.left; });
    std::vector<Row> rows;
    for (const Cell& cell : cells) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row& r) {
            const int gap = gap_x(r.back().box, cell.box);
            return level(r.back().box, cell.box) && gap > 0 && gap < kBesideEm * em;
        });
        if (row == rows.end())
            rows.push_back({cell});
        else
            row->push_back(cell);
    }
    std::sort(rows.begin(), rows.end(),
              [](const Row& a, const Row& b) { return a.front().box.top < b.front().box.top; });
    return rows;
}

Box box_of(const Row& row) {
    Box box;
    for (const Cell& cell : row)
        box = bounding(box, cell.box);
    return box;
}

struct Table {
    std::vector<Row> rows;
    Box box;
};

// Rows of three cells and more under each other, with the shorter ones between them.
std::vector<Table> tables_of(const std::vector<Row>& rows, double em) {
    std::vector<Table> tables;
    for (const Row& row : rows) {
        const Box box = box_of(row);
        const auto above = std::find_if(tables.begin(), tables.end(), [&](const Table& table) {
            return box.top - table.box.bottom() < kRowStepEm * em &&
                   overlap_x(box, table.box) > 0.8 * std::min(box.width, table.box.width) &&
                   box.top > table.box.top;
        });
        if (above != tables.end()) {
            above->rows.push_back(row);
            above->box = bounding(above->box, box);
        } else if (row.size() >= 3) {
            tables.push_back({{row}, box});
        }
    }
    return tables;
}

bool has_rule(const Table& table, const std::vector<Rule>& rules, double em) {
    const int reach = static_cast<int>(kRuleReachEm * em);
    const Box around{table.box.left, table.box.top - reach, table.box.width, table.box.height + 2 * reach};
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        return rule.horizontal() && overlap_y(rule.box, around) > 0 &&
               overlap_x(rule.box, table.box) > kRuleShare * table.box.width &&
               rule.box.width < 1.5 * table.box.width;
    });
}

// The names of columns, in one line.
bool may_be_head(const Piece& piece, double em) {
    if (piece.lines.size() != 1 || piece.mode != WritingMode::horizontal || piece.box.height > 1.6 * em ||
        (piece.kind != RegionKind::headline && !is_running_text(piece)))
        return false;
    const std::vector<Glyph>& glyphs = piece.lines.front().glyphs;
    return piece.reversed || std::count_if(glyphs.begin(), glyphs.end(),
                                           [](const Glyph& glyph) { return glyph.space_before; }) >= 2;
}

bool has_head(const Table& table, const std::vector<Piece>& pieces, double em) {
    const int reach = static_cast<int>(kHeadReachEm * em);
    const Box above{table.box.left, table.box.top - reach, table.box.width, reach};
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return may_be_head(piece, em) && overlap_y(piece.box, above) > 0.5 * piece.box.height &&
               overlap_x(piece.box, table.box) > kRuleShare * table.box.width;
    });
}

bool has_rows(const Table& table) {
    std::size_t cells = 0;
    for (const Row& row : table.rows)
        cells += row.size();
    return table.rows.size() >= kFewestRows &&
           static_cast<double>(cells) >= kCellsARow * static_cast<double>(table.rows.size());
}

// The extents of rules across and of heads: how wide a table may be. The last one is everything.
std::vector<Box> strips_of(const std::vector<Piece>& pieces, const std::vector<Rule>& rules, double em) {
    std::vector<Box> strips;
    Box all;
    for (const Piece& piece : pieces) {
        all = bounding(all, piece.box);
        if (may_be_head(piece, em)) strips.push_back(grown(piece.box, static_cast<int>(kHeadPlayEm * em)));
    }
    for (const Rule& rule : rules)
        if (rule.horizontal()) strips.push_back(rule.box);
    strips.push_back(all);
    return strips;
}

// A head of one line, and a mark in a cell that was found as a headline.
std::vector<Cell> other_cells(const Table& table, const std::vector<Piece>& pieces, double em) {
    std::vector<Cell> cells;
    const Box around = grown(table.box, static_cast<int>(em / 2));
    const int reach = static_cast<int>(kHeadReachEm * em);
    const Box head{table.box.left, table.box.top - reach, table.box.width, reach};
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Box& box = pieces[i].box;
        const bool headline = pieces[i].kind == RegionKind::headline;
        if ((!headline && !is_running_text(pieces[i])) || pieces[i].lines.size() != 1) continue;
        const bool mark = headline && share_inside(box, around) > 0.9 && box.height < 1.8 * em;
        const bool is_head = overlap_y(box, head) > 0.5 * box.height && box.height < 1.6 * em &&
                             overlap_x(box, table.box) > kRuleShare * table.box.width;
        if (mark || is_head) cells.push_back({i, 0, pieces[i].lines.front().box});
    }
    return cells;
}

Piece piece_of(const Table& table, const std::vector<Piece>& pieces) {
    Piece joined{RegionKind::table, WritingMode::horizontal, {}, -1, 0, {}};
    for (const Row& row : table.rows)
        for (const Cell& cell : row) {
            const Piece& from = pieces[cell.piece];
            joined.frame = from.frame;
            joined.box = bounding(joined.box, cell.box);
            joined.type_size = std::max(joined.type_size, from.lines[cell.line].type_size);
            joined.lines.push_back(from.lines[cell.line]);
            joined.lines.back().kind = RegionKind::table;
        }
    return joined;
}

// What is left of a piece without the lines that went into tables, as runs that hung together.
std::vector<Piece> rest_of(const Piece& piece, std::size_t index,
                           const std::set<std::pair<std::size_t, std::size_t>>& taken) {
    const auto gone = [&](std::size_t k) { return taken.contains({index, k}); };
    std::vector<Piece> rest;
    for (std::size_t k = 0; k < piece.lines.size();) {
        std::size_t to = k;
        while (to < piece.lines.size() && !gone(to))
            ++to;
        if (k == 0 && to == piece.lines.size()) return {piece};
        if (to > k) rest.push_back(part_of(piece, k, to));
        k = to + 1;
    }
    return rest;
}

// The line of type directly above the table, which stands alone, or nothing.
void name_table(const Box& table, std::vector<Piece>& pieces, double em) {
    const int reach = static_cast<int>(kTitleReachEm * em);
    const Box above{table.left, table.top - reach, table.width, reach};
    Piece* title = nullptr;
    for (Piece& piece : pieces) {
        if (piece.lines.size() != 1 || overlap_x(piece.box, above) == 0 || overlap_y(piece.box, above) == 0 ||
            piece.box.top >= table.top)
            continue;
        const bool centred = std::abs(piece.box.center().x - table.center().x) < 2 * em;
        if (is_running_text(piece) && centred && piece.lines.front().box.width < 0.8 * table.width)
            title = &piece;
    }
    if (title) title->kind = RegionKind::headline;
}

}  // namespace

std::vector<Piece> join_tables(const std::vector<Piece>& pieces, const std::vector<Rule>& rules, double em) {
    std::vector<Piece> tables;
    std::set<std::pair<std::size_t, std::size_t>> taken;
    const std::vector<Cell> narrow = narrow_lines(pieces, em);
    for (const Box& strip : strips_of(pieces, rules, em)) {
        std::vector<Cell> inside;
        for (const Cell& cell : narrow)
            if (!taken.contains({cell.piece, cell.line}) && overlap_x(cell.box, strip) > 0.5 * cell.box.width)
                inside.push_back(cell);
        for (const Table& table : tables_of(rows_of(std::move(inside), em), em)) {
            if (!has_rows(table) || (!has_rule(table, rules, em) && !has_head(table, pieces, em))) continue;
            std::vector<Cell> cells = other_cells(table, pieces, em);
            for (const Row& row : table.rows)
                cells.insert(cells.end(), row.begin(), row.end());
            for (const Cell& cell : cells)
                taken.insert({cell.piece, cell.line});
            tables.push_back(piece_of({rows_of(cells, em), {}}, pieces));
        }
    }
    std::vector<Piece> joined;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        for (Piece& piece : rest_of(pieces[i], i, taken))
            joined.push_back(std::move(piece));
    for (Piece& table : tables)
        joined.push_back(std::move(table));
    for (const Piece& piece : std::vector<Piece>(joined))
        if (piece.kind == RegionKind::table) name_table(piece.box, joined, em);
    return joined;
}

}  // namespace banwen
