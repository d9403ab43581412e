// A subtitle over a single column is often set in the body's size, in another face, with no more white below
// it than between lines. What tells it from text is the make-up of the text itself: an article begins with a
// paragraph, and a paragraph with an indent. So what stands between a headline and the first indented line of
// the article's first column is a deck or a byline. A deck does not end in a full stop, and is centred or
// flush left like the headline above it; a byline names reporters.
//
// What this cannot do: papers that set the first paragraph without an indent; a deck that is followed by a
// cross-head.
#include "order/split_decks.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace banwen {
namespace {

constexpr std::size_t kMostLines = 3;
constexpr double kLeastIndentEm = 1.3, kMostIndentEm = 3.2;
constexpr double kBelowEm = 2.2;  // white between the headline and its deck
constexpr double kLevelEm = 3.0;  // columns that begin level differ by less

double indent_of(const TextLine& line, const Piece& column) {
    return line.box.left - column.box.left;
}

double white_after(const TextLine& line, const Piece& column) {
    return column.box.right() - line.box.right();
}

bool begins_paragraph(const TextLine& line, const Piece& column, double em) {
    const double indent = indent_of(line, column);
    return indent > kLeastIndentEm * em && indent < kMostIndentEm * em;
}

bool ends_sentence(const TextLine& line) {
    const std::string text = plain_text(line);
    constexpr std::string_view kStops[] = {"。", "！", "？", "；", "，", "、", "：", "…", ".", "!", "?"};
    return std::any_of(std::begin(kStops), std::end(kStops),
                       [&](std::string_view stop) { return text.ends_with(stop); });
}

bool set_like_headline(const TextLine& line, const Piece& column, const Box& headline, double em) {
    const double before = indent_of(line, column), after = white_after(line, column);
    const bool centred = std::abs(before - after) < 1.5 * em;
    const bool flush = before < 0.8 * em && headline.left - column.box.left < 1.2 * em;
    return centred || flush;
}

// How many lines at the column's head are a deck of the headline above.
std::size_t deck_lines(const Piece& column, const Box& headline, double em) {
    for (std::size_t k = 0; k < kMostLines && k < column.lines.size(); ++k) {
        const TextLine& line = column.lines[k];
        if (k > 0 && (begins_paragraph(line, column, em) || names_reporters(line))) return k;
        if (names_reporters(line) || ends_sentence(line) || !set_like_headline(line, column, headline, em))
            return 0;
    }
    return column.lines.size() > kMostLines && begins_paragraph(column.lines[kMostLines], column, em)
               ? kMostLines
               : 0;
}

// No other column under the headline begins level with it on its left.
bool is_first_column(const Piece& column, const std::vector<Piece>& pieces, const Box& headline, double em) {
    return std::none_of(pieces.begin(), pieces.end(), [&](const Piece& other) {
        return &other != &column && is_running_text(other) && other.box.right() < column.box.left + em &&
               overlap_x(other.box, headline) > 0.5 * em &&
               std::abs(other.box.top - column.box.top) < kLevelEm * em;
    });
}

const Piece* headline_above(const Piece& column, const std::vector<Piece>& pieces, double em) {
    for (const Piece& other : pieces) {
        const int gap = column.box.top - other.box.bottom();
        if (other.kind == RegionKind::headline && other.mode == WritingMode::horizontal &&
            other.frame == column.frame && gap > -em / 2 && gap < kBelowEm * em &&
            overlap_x(other.box, column.box) > 0.3 * std::min(other.box.width, column.box.width))
            return &other;
    }
    return nullptr;
}

}  // namespace

std::vector<Piece> split_decks(const std::vector<Piece>& pieces, double em) {
    std::vector<Piece> split;
    for (const Piece& piece : pieces) {
        const bool text = piece.kind == RegionKind::body && piece.mode == WritingMode::horizontal;
        const Piece* headline = text ? headline_above(piece, pieces, em) : nullptr;
        const std::size_t count = headline && is_first_column(piece, pieces, headline->box, em)
                                      ? deck_lines(piece, headline->box, em)
                                      : 0;
        if (count > 0) {
            split.push_back(part_of(piece, 0, count));
            split.back().kind = RegionKind::headline;
        }
        if (count == piece.lines.size()) continue;
        split.push_back(count == 0 ? piece : part_of(piece, count, piece.lines.size()));
    }
    return split;
}

}  // namespace banwen
