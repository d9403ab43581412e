// A ladder: rules across of one measure, a row of type apart and no further. Between them the cells of a
// table stand, side by side, or parted by rules down. A list whose entries are parted by rules has one cell
// a row and is none, but where a rule stands under each of its lines it is one for all that matters here:
// its rows follow each other, and the cells of a close row may have been found as one line.
//
// What this cannot do: rows without rules; rules of which the print has lost two under each other.
#include "order/ruled_tables.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace banwen {
namespace {

constexpr double kSidePlayEm = 1;     // between the ends of rules of one table
constexpr double kRowEm = 5.2;        // the highest row, or two where the rule between them is lost
constexpr std::size_t kRungs = 4;     // fewest rules
constexpr double kCellsARow = 1.8;    // mean
constexpr double kHigh = 0.6;         // of the table, that a rule down between two cells reaches
constexpr double kOwnFrame = 1.25;    // a frame no larger than the table by so much is its own
constexpr double kLargestTypeEm = 2;  // of a cell

// Broken pieces of one rule as one.
std::vector<Box> rules_across(const std::vector<Rule>& rules, double em) {
    std::vector<Box> across;
    for (const Rule& rule : rules)
        if (rule.horizontal()) across.push_back(rule.box);
    std::sort(across.begin(), across.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    std::vector<Box> whole;
    for (const Box& box : across) {
        const auto before = std::find_if(whole.begin(), whole.end(), [&](const Box& other) {
            return std::abs(other.center().y - box.center().y) < em / 3 && box.left - other.right() < 3 * em;
        });
        if (before == whole.end())
            whole.push_back(box);
        else
            *before = bounding(*before, box);
    }
    std::sort(whole.begin(), whole.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    return whole;
}

struct Ladder {
    Box box;  // of its outermost rules
    std::size_t rungs = 0;
};

std::vector<Ladder> ladders(std::vector<Box> rules, double em) {
    std::vector<Ladder> found;
    while (!rules.empty()) {
        std::vector<Box> rungs = {rules.front()};
        std::vector<Box> others;
        for (std::size_t k = 1; k < rules.size(); ++k) {
            const Box &last = rungs.back(), &next = rules[k];
            const bool level = std::abs(next.left - last.left) < kSidePlayEm * em &&
                               std::abs(next.right() - last.right()) < kSidePlayEm * em;
            (level && next.top - last.bottom() < kRowEm * em ? rungs : others).push_back(next);
        }
        if (rungs.size() >= kRungs) found.push_back({bounding(rungs.front(), rungs.back()), rungs.size()});
        rules = std::move(others);
    }
    return found;
}

using Row = std::vector<TextLine>;

// Lines in rows from top to bottom, a row from left to right.
std::vector<Row> rows_of(std::vector<TextLine> lines) {
    std::stable_sort(lines.begin(), lines.end(), [](const TextLine& a, const TextLine& b) {
        return a.box.center().y < b.box.center().y;
    });
    std::vector<Row> rows;
    for (TextLine& line : lines) {
        const bool level =
            !rows.empty() && overlap_y(rows.back().front().box, line.box) >
                                 0.5 * std::min(rows.back().front().box.height, line.box.height);
        if (!level) rows.emplace_back();
        rows.back().push_back(std::move(line));
    }
    for (Row& row : rows)
        std::stable_sort(row.begin(), row.end(),
                         [](const TextLine& a, const TextLine& b) { return a.box.left < b.box.left; });
    return rows;
}

// The innermost frame around the table that its own rules do not make; -1 for none.
int frame_around(const Box& table, const std::vector<Frame>& frames) {
    for (std::size_t f = 0; f < frames.size(); ++f)
        if (share_inside(table, frames[f].box) > 0.9 &&
            static_cast<double>(frames[f].box.area()) > kOwnFrame * static_cast<double>(table.area()))
            return static_cast<int>(f);
    return -1;
}

bool has_rule_down(const Box& table, const std::vector<Rule>& rules, double em) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        return !rule.horizontal() && rule.box.left > table.left + em &&
               rule.box.right() < table.right() - em && overlap_y(rule.box, table) > kHigh * table.height;
    });
}

bool may_be_cell(const Piece& piece, const Box& table, double em) {
    const bool kind = is_running_text(piece) || piece.kind == RegionKind::headline;
    return kind && piece.mode == WritingMode::horizontal && piece.type_size < kLargestTypeEm * em &&
           share_inside(piece.box, grown(table, static_cast<int>(em / 2))) > 0.8;
}

std::optional<Piece> table_in(const Ladder& ladder, const std::vector<Piece>& pieces, const Layout& layout) {
    const double em = layout.type_size;
    const Box& box = ladder.box;
    std::vector<TextLine> lines;
    for (const Piece& piece : pieces)
        if (may_be_cell(piece, box, em)) lines.insert(lines.end(), piece.lines.begin(), piece.lines.end());
    const double cells = static_cast<double>(lines.size());
    const std::vector<Row> rows = rows_of(std::move(lines));
    const bool parted =
        has_rule_down(box, layout.rules, em) || (ladder.rungs > kRungs && rows.size() <= ladder.rungs);
    if (rows.size() + 1 < kRungs || (!parted && cells < kCellsARow * static_cast<double>(rows.size())))
        return std::nullopt;
    Piece table{RegionKind::table, WritingMode::horizontal, box, frame_around(box, layout.frames), 0, {}};
    for (const Row& row : rows)
        for (const TextLine& line : row) {
            table.lines.push_back(line);
            table.lines.back().kind = RegionKind::table;
            table.type_size = std::max(table.type_size, line.type_size);
        }
    return table;
}

}  // namespace

std::vector<Piece> join_ruled_tables(const std::vector<Piece>& pieces, const Layout& layout) {
    const double em = layout.type_size;
    std::vector<Piece> rest = pieces;
    for (const Ladder& ladder : ladders(rules_across(layout.rules, em), em)) {
        std::optional<Piece> table = table_in(ladder, rest, layout);
        if (!table) continue;
        std::erase_if(rest, [&](const Piece& piece) { return may_be_cell(piece, ladder.box, em); });
        rest.push_back(std::move(*table));
    }
    return rest;
}

}  // namespace banwen
