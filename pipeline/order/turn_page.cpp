#include "order/turn_page.h"

#include <algorithm>

#include "core/quarter_turn.h"

namespace banwen {
namespace {

constexpr double kBesideEm = 4;  // white between a headline set down and its text

WritingMode other(WritingMode mode) {
    return mode == WritingMode::vertical ? WritingMode::horizontal : WritingMode::vertical;
}

bool is_text_down(const Piece& piece) {
    return piece.mode == WritingMode::vertical && is_running_text(piece);
}

// White between the two, side by side, in px; negative where they stand above each other.
int gap_beside(const Box& a, const Box& b) {
    return std::max(a.left, b.left) - std::min(a.right(), b.right());
}

bool stands_beside(const Piece& headline, const Piece& text, double em) {
    return headline.frame == text.frame && gap_beside(headline.box, text.box) < kBesideEm * em &&
           overlap_y(headline.box, text.box) > 0.3 * std::min(headline.box.height, text.box.height);
}

}  // namespace

Layout turned(const Layout& layout) {
    Layout turn = layout;
    turn.width = layout.height;
    turn.height = layout.width;
    turn.regions.clear();
    for (Rule& rule : turn.rules)
        rule.box = turned_box(rule.box, layout.width);
    for (Frame& frame : turn.frames)
        frame.box = turned_box(frame.box, layout.width);
    for (Picture& picture : turn.pictures)
        picture.box = turned_box(picture.box, layout.width);
    return turn;
}

std::vector<Piece> turned(const std::vector<Piece>& pieces, int width) {
    std::vector<Piece> turn = pieces;
    for (Piece& piece : turn) {
        piece.mode = other(piece.mode);
        piece.box = turned_box(piece.box, width);
        for (TextLine& line : piece.lines) {
            line.mode = other(line.mode);
            line.box = turned_box(line.box, width);
            line.measure = turned_box(line.measure, width);
        }
    }
    return turn;
}

std::vector<bool> set_down(const std::vector<Piece>& pieces, double em) {
    std::vector<bool> down;
    for (const Piece& piece : pieces)
        down.push_back(is_text_down(piece));
    for (bool grew = true; grew;) {
        grew = false;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (down[i] || pieces[i].kind != RegionKind::headline || pieces[i].mode != WritingMode::vertical)
                continue;
            for (std::size_t j = 0; j < pieces.size() && !down[i]; ++j)
                if (down[j] && stands_beside(pieces[i], pieces[j], em)) down[i] = grew = true;
        }
    }
    return down;
}

}  // namespace banwen
