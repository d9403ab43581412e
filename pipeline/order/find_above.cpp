// The nearest headline or text above a column stands over it, if neither a rule nor much white parts the two.
// A headline stands above all columns of the width that it was set to (headline_measure.h) that begin level
// with those under its ink. A rule needs more white than there is between two lines of a column; what was
// found there is none, unless it goes on beside the column.
//
// What this cannot do: text that wraps under another article without a rule or white that shows it.
#include "order/find_above.h"

#include <algorithm>
#include <cmath>

#include "order/headline_measure.h"
#include "order/partings.h"

namespace banwen {
namespace {

constexpr double kUnderEm = 3.2;  // white under which text still hangs on the text above it
constexpr double kScrapEm = 2;
constexpr double kLineWhiteEm = 0.7;
constexpr double kLongRule = 1.4;  // in the column's width
constexpr double kSameMeasure = 0.6;
constexpr double kLineWhite = 1.3;  // in the white that the body's pitch leaves
constexpr double kLevelEm = 3.0;    // columns that begin level differ by less
constexpr double kHeadEm = 2;       // from a short line to the column that it heads

std::vector<int> decks_of(const HeadlineStack& stack) {
    std::vector<int> decks = stack.kicker;
    decks.insert(decks.end(), stack.title.begin(), stack.title.end());
    decks.insert(decks.end(), stack.subtitle.begin(), stack.subtitle.end());
    return decks;
}

class Finder {
  public:
    Finder(const std::vector<Piece>& pieces, const std::vector<HeadlineStack>& stacks, const Layout& layout)
        : pieces_(pieces), stacks_(stacks), layout_(layout), em_(layout.type_size) {
        for (const HeadlineStack& stack : stacks)
            measures_.push_back(headline_measure(stack, pieces, layout));
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (is_running_text(pieces[i])) text_.push_back(static_cast<int>(i));
    }

    std::vector<Neighbour> run() const {
        std::vector<Neighbour> above(pieces_.size());
        for (const int i : text_)
            above[static_cast<std::size_t>(i)] = find_above(i);
        return above;
    }

  private:
    const Piece& piece(int i) const { return pieces_[static_cast<std::size_t>(i)]; }

    Neighbour find_above(int i) const {
        const Piece& own = piece(i);
        const Box column = column_around(i);
        Neighbour found;
        int nearest = -1;
        const auto offer = [&](const Box& box, int frame, Neighbour candidate, double part) {
            if (frame != own.frame || box.bottom() > own.box.top + 0.6 * em_ || box.bottom() <= nearest)
                return;
            if (overlap_x(box, column) < part * std::min(box.width, column.width)) return;
            nearest = box.bottom();
            found = candidate;
        };
        for (std::size_t s = 0; s < stacks_.size(); ++s) {
            if (stacks_[s].mode != WritingMode::horizontal) continue;
            const Neighbour headline{Above::headline, static_cast<int>(s)};
            offer(stacks_[s].box, stacks_[s].frame, headline, 0.2);
            for (const int deck : decks_of(stacks_[s]))
                offer(piece(deck).box, stacks_[s].frame, headline, 0.2);
            if (in_measure(own, s)) offer(measures_[s], stacks_[s].frame, headline, 0.8);
        }
        for (const int j : text_)
            if (j != i && !is_scrap_above(j, own.box))
                offer(piece(j).box, piece(j).frame, {Above::text, j}, 0.4);
        if (found.kind == Above::nothing) return {};
        const bool next_line = found.kind == Above::text && follows(own, piece(found.index));
        if (!next_line && rule_across(layout_, own, nearest, own.box.top)) return {};
        // In a frame there is nobody else whom the text below the white could belong to.
        if (found.kind == Above::text && own.frame < 0 &&
            own.box.top - nearest > widest_white(layout_, own.box, nearest) &&
            !picture_between(layout_, own.box, nearest))
            return {};
        return found;
    }

    // A short line by itself, such as a cross-head, with the column that it stands over.
    Box column_around(int i) const {
        const Box& own = piece(i).box;
        if (piece(i).lines.size() > 1) return own;
        for (const int j : text_) {
            const Box& below = piece(j).box;
            const int white = below.top - own.bottom();
            if (piece(j).frame == piece(i).frame && white > -em_ / 2 && white < kHeadEm * em_ &&
                overlap_x(below, own) > 0.8 * own.width && piece(j).lines.size() > 1)
                return bounding(own, below);
        }
        return own;
    }

    // With no more white above it than between two lines of a column: a rule that parts needs more, so what
    // was found there is none, unless it goes on beside the column.
    bool follows(const Piece& own, const Piece& above) const {
        const double white = std::max(kLineWhiteEm * em_, kLineWhite * (layout_.line_pitch - em_));
        const Box gap = bounding(own.box, above.box);
        const bool long_rule = std::any_of(layout_.rules.begin(), layout_.rules.end(), [&](const Rule& rule) {
            return rule.box.width > kLongRule * own.box.width && overlap_x(rule.box, own.box) > 0 &&
                   rule.box.top > gap.top && rule.box.bottom() < gap.bottom();
        });
        return !long_rule && own.box.top - above.box.bottom() < white &&
               std::min(own.lines.size(), above.lines.size()) > 1 &&
               overlap_x(above.box, own.box) > kSameMeasure * std::max(above.box.width, own.box.width);
    }

    // A speck high above a column is no text that it could go on from.
    bool is_scrap_above(int i, const Box& column) const {
        const Box& box = piece(i).box;
        return piece(i).lines.size() == 1 && box.width < kScrapEm * em_ &&
               column.top - box.bottom() > kUnderEm * em_;
    }

    // Beside the ink of headline s, but in its measure, and as high as the columns under the ink.
    bool in_measure(const Piece& own, std::size_t s) const {
        const Box& ink = stacks_[s].box;
        if (overlap_x(measures_[s], own.box) < 0.8 * own.box.width || own.box.top < ink.bottom() - em_)
            return false;
        int top = layout_.height;
        for (const int j : text_)
            if (&piece(j) != &own &&
                overlap_x(piece(j).box, ink) > 0.2 * std::min(piece(j).box.width, ink.width) &&
                piece(j).box.top > ink.bottom() - em_)
                top = std::min(top, piece(j).box.top);
        return std::abs(own.box.top - top) < kLevelEm * em_ ||
               picture_between(layout_, own.box, ink.bottom());
    }

    const std::vector<Piece>& pieces_;
    const std::vector<HeadlineStack>& stacks_;
    const Layout& layout_;
    double em_;
    std::vector<Box> measures_;  // of the stacks
    std::vector<int> text_;      // indices of the pieces of running text
};

}  // namespace

std::vector<Neighbour> find_above(const std::vector<Piece>& pieces, const std::vector<HeadlineStack>& stacks,
                                  const Layout& layout) {
    return Finder(pieces, stacks, layout).run();
}

}  // namespace banwen
