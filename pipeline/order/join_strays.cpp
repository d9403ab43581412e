#include "order/join_strays.h"

#include <algorithm>

namespace banwen {
namespace {

constexpr std::size_t kMostLines = 3;    // of a stray piece
constexpr std::size_t kColumnLines = 4;  // fewest of a column
constexpr double kInside = 0.75;
constexpr double kCommon = 0.3;  // of a line's area, that a line of the column may cover

bool may_stray(const Piece& piece) {
    const bool kind = is_running_text(piece) || piece.kind == RegionKind::headline;
    return kind && piece.mode == WritingMode::horizontal && piece.lines.size() <= kMostLines &&
           !piece.reversed && !begins_with_continuation_mark(piece.lines.front());
}

bool is_column_around(const Piece& column, const Piece& piece) {
    if (column.kind != RegionKind::body || column.mode != WritingMode::horizontal ||
        column.frame != piece.frame || column.lines.size() < kColumnLines ||
        share_inside(piece.box, column.box) < kInside || 2 * piece.box.width > column.box.width)
        return false;
    const auto covered = [&](const TextLine& line) {
        return std::any_of(column.lines.begin(), column.lines.end(), [&](const TextLine& other) {
            return share_inside(line.box, other.box) > kCommon;
        });
    };
    const Box &first = column.lines.front().box, &last = column.lines.back().box;
    return piece.box.top > first.top && piece.box.bottom() < last.bottom() &&
           std::none_of(piece.lines.begin(), piece.lines.end(), covered);
}

// Into the row that it stands level with, or between two.
void insert_line(Piece& column, const TextLine& line) {
    const auto after = [&](const TextLine& other) {
        const bool level = overlap_y(other.box, line.box) > 0.5 * std::min(other.box.height, line.box.height);
        return level ? other.box.left > line.box.left : other.box.top > line.box.top;
    };
    column.lines.insert(std::find_if(column.lines.begin(), column.lines.end(), after), line);
}

}  // namespace

std::vector<Piece> join_strays(std::vector<Piece> pieces) {
    for (std::size_t i = 0; i < pieces.size();) {
        const auto column = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& other) {
            return may_stray(pieces[i]) && &other != &pieces[i] && is_column_around(other, pieces[i]);
        });
        if (column == pieces.end()) {
            ++i;
            continue;
        }
        for (const TextLine& line : pieces[i].lines)
            insert_line(*column, line);
        pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return pieces;
}

}  // namespace banwen
