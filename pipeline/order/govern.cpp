#include "order/govern.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "order/find_above.h"
#include "order/headline_measure.h"
#include "order/partings.h"

namespace banwen {
namespace {

constexpr double kUnderEm = 3.2;   // white under which text still hangs on the text above it
constexpr double kGutterEm = 4.0;  // widest gutter between two columns of one article
constexpr double kSunkEm = 8;      // a headline set down begins at most so far below its columns' head
constexpr double kLevelEm = 3.0;   // columns that begin level differ by less
constexpr std::size_t kColumnLines = 4;
constexpr std::size_t kFootLines = 3;
constexpr std::size_t kBylineLines = 2;
constexpr double kFlushEm = 0.6;  // from a column's side to a line that fills it

class Governor {
  public:
    Governor(const std::vector<Piece>& pieces, const std::vector<HeadlineStack>& stacks, const Layout& layout)
        : pieces_(pieces),
          stacks_(stacks),
          layout_(layout),
          em_(layout.type_size),
          article_(pieces.size(), -1),
          above_(find_above(pieces, stacks, layout)) {
        for (const HeadlineStack& stack : stacks)
            measures_.push_back(headline_measure(stack, pieces, layout));
        order_.resize(pieces.size());
        std::iota(order_.begin(), order_.end(), 0);
        std::erase_if(order_, [&](int i) { return !is_running_text(piece(i)); });
        std::sort(order_.begin(), order_.end(), [&](int a, int b) {
            return std::pair(piece(a).box.top, piece(a).box.left) <
                   std::pair(piece(b).box.top, piece(b).box.left);
        });
    }

    std::vector<int> run() {
        for (const int i : order_) {
            const Neighbour above = look_up(i);
            if (above.kind == Above::headline) set(i, above.index);
        }
        for (std::size_t s = 0; s < stacks_.size(); ++s)
            if (stacks_[s].mode == WritingMode::vertical) govern_beside(static_cast<int>(s));
        adopt_from_left(1);
        spread();
        for (const int i : order_)
            if (at(i) < 0 && begins_with_continuation_mark(piece(i).lines.front())) {
                set(i, next_article());
                spread();
            }
        adopt_from_left(kLevelEm);
        spread();
        for (const int i : order_)
            if (at(i) < 0) set(i, headline_below(i));
        while (place_headless()) {
        }
        return article_;
    }

  private:
    const Piece& piece(int i) const { return pieces_[static_cast<std::size_t>(i)]; }
    int at(int i) const { return article_[static_cast<std::size_t>(i)]; }
    void set(int i, int article) { article_[static_cast<std::size_t>(i)] = article; }
    int next_article() const {
        const int most = article_.empty() ? -1 : *std::max_element(article_.begin(), article_.end());
        return std::max(most + 1, static_cast<int>(stacks_.size()));
    }

    bool begins_flush(const Piece& column) const {
        return column.lines.front().box.left - column.box.left < kFlushEm * em_;
    }

    // The column of piece `left` ends in the middle of a paragraph, and piece `right` begins in one.
    bool runs_on(int left, int right) const {
        const Piece& foot = piece(foot_of_column(left));
        const TextLine& last = foot.lines.back();
        return piece(right).lines.size() >= kColumnLines && foot.lines.size() >= kFootLines &&
               begins_flush(piece(right)) && foot.box.right() - last.box.right() < kFlushEm * em_ &&
               foot.box.right() < piece(right).lines.front().box.left &&
               std::abs(foot.box.width - piece(right).box.width) < 1.5 * em_;
    }

    // The column on its left whose text runs on in piece i; -1 for none.
    int left_that_runs_on(int i) const {
        if (begins_with_continuation_mark(piece(i).lines.front()) || look_up(i).kind != Above::nothing)
            return -1;
        const int left = look_beside(i, -1);
        return left >= 0 && runs_on(left, i) ? left : -1;
    }

    // Rule 7, one article: not of a column that continues one on its left, before that one has its place.
    bool place_headless() {
        int first = -1;
        for (const int i : order_) {
            if (at(i) >= 0) continue;
            if (first < 0) first = i;
            const int left = left_that_runs_on(i);
            if (left >= 0 && at(left) < 0) continue;
            set(i, left >= 0 ? at(left) : next_article());
            spread();
            return true;
        }
        if (first < 0) return false;
        set(first, next_article());
        spread();
        return true;
    }

    // The last piece of the unbroken column that begins with piece i.
    int foot_of_column(int i) const {
        for (bool grew = true; grew;) {
            grew = false;
            for (const int j : order_)
                if (piece(j).box.top > piece(i).box.top && piece(j).frame == piece(i).frame &&
                    look_up(j).kind == Above::text && look_up(j).index == i) {
                    i = j;
                    grew = true;
                    break;
                }
        }
        return i;
    }

    Neighbour look_up(int i) const { return above_[static_cast<std::size_t>(i)]; }

    // The nearest text to the left (direction -1) or right (+1) that stands beside piece i; -1 where there is
    // none.
    int look_beside(int i, int direction) const {
        const Piece& own = piece(i);
        int found = -1, nearest = static_cast<int>(kGutterEm * em_);
        for (const int j : order_) {
            const Box& box = piece(j).box;
            if (j == i || piece(j).frame != own.frame) continue;
            const int gap = direction < 0 ? own.box.left - box.right() : box.left - own.box.right();
            if (gap < -em_ || gap > nearest) continue;
            if (overlap_y(box, own.box) < 0.3 * std::min(box.height, own.box.height)) continue;
            const bool parted = direction < 0
                                    ? rule_down(layout_, column_beside(j, i), own.box) && !runs_on(j, i)
                                    : rule_down(layout_, own.box, box);
            if (parted) continue;
            nearest = gap;
            found = j;
        }
        return found;
    }

    // The columns are at least as high as the headline, which is set at their head or in their middle.
    bool stands_beside(const Box& column, const Box& headline) const {
        const int step = headline.top - column.top;
        return step > -kLevelEm * em_ && step < kSunkEm * em_ &&
               overlap_y(column, headline) > 0.3 * std::min(column.height, headline.height);
    }

    // The lines of the column that begins with piece i that stand level with the headline; below it a column
    // may run on under it.
    Box level_with(int i, const Box& headline) const {
        Box box;
        for (const int j : order_) {
            if (top_piece(j) != i) continue;
            for (const TextLine& line : piece(j).lines)
                if (overlap_y(line.box, headline) > 0 || line.box.bottom() < headline.top)
                    box = bounding(box, line.box);
        }
        return box;
    }

    // Rule 2, first to the left (the usual side), then to the right.
    void govern_beside(int s) {
        const Box& headline = stacks_[static_cast<std::size_t>(s)].box;
        for (const int direction : {-1, 1}) {
            Box edge = headline;
            for (bool grew = true; grew;) {
                grew = false;
                for (const int i : order_) {
                    if (at(i) >= 0 || look_up(i).kind != Above::nothing ||
                        piece(i).frame != stacks_[static_cast<std::size_t>(s)].frame)
                        continue;
                    const Box box = level_with(i, headline);
                    if (box.empty()) continue;
                    const int gap = direction < 0 ? edge.left - box.right() : box.left - edge.right();
                    if (gap < -em_ || gap > kGutterEm * em_) continue;
                    if (!stands_beside(box, headline)) continue;
                    if (direction < 0 ? rule_down(layout_, box, edge) : rule_down(layout_, edge, box))
                        continue;
                    set(i, s);
                    edge = bounding(edge, box);
                    grew = true;
                }
            }
            if (edge.width > headline.width) return;
        }
    }

    // A byline over its headline, at one side of the white above it; -1 for anything else.
    int headline_below(int i) const {
        const Piece& own = piece(i);
        if (own.lines.size() > kBylineLines || begins_with_continuation_mark(own.lines.front())) return -1;
        for (std::size_t s = 0; s < stacks_.size(); ++s) {
            const int white = stacks_[s].box.top - own.box.bottom();
            if (stacks_[s].mode == WritingMode::horizontal && stacks_[s].frame == own.frame &&
                white > -em_ / 2 && white < kUnderEm * em_ &&
                overlap_x(measures_[s], own.box) > 0.8 * own.box.width &&
                stacks_[s].box.width > own.box.width &&
                !rule_across(layout_, {own.kind, own.mode, stacks_[s].box}, own.box.bottom(),
                             stacks_[s].box.top))
                return static_cast<int>(s);
        }
        return -1;
    }

    // Rules 3 and 4, until nothing changes.
    void spread() {
        for (bool changed = true; changed;) {
            changed = false;
            for (const int i : order_) {
                if (at(i) >= 0) continue;
                const int article = inherited(i);
                if (article < 0) continue;
                set(i, article);
                changed = true;
            }
        }
    }

    int inherited(int i) const {
        if (begins_with_continuation_mark(piece(i).lines.front())) return -1;
        const Neighbour above = look_up(i);
        if (above.kind == Above::text) return at(above.index);
        if (above.kind == Above::headline) return above.index;
        const int left = left_of_column(i);
        if (left < 0) return -1;
        const bool reaches_up = top_of_article_column(left) <= piece(i).box.top + kLevelEm * em_;
        return reaches_up ? at(left) : -1;
    }

    // The text beside the head of the column that begins with piece i, or, where that is a picture, beside
    // what follows.
    int left_of_column(int i) const {
        const int left = look_beside(i, -1);
        if (left >= 0 || !is_beside_picture(piece(i).box)) return left;
        for (const int j : order_) {
            const int beside = top_piece(j) == i ? look_beside(j, -1) : -1;
            if (beside >= 0) return beside;
        }
        return -1;
    }

    bool is_beside_picture(const Box& head) const {
        return std::any_of(layout_.pictures.begin(), layout_.pictures.end(), [&](const Picture& picture) {
            const int gap = head.left - picture.box.right();
            return gap > -em_ && gap < kGutterEm * em_ && overlap_y(picture.box, head) > 0.5 * head.height;
        });
    }

    // Piece `left`, and the headline above it where the text of piece `right`, level with that, begins within
    // a paragraph.
    Box column_beside(int left, int right) const {
        Box box = piece(left).box;
        if (!begins_flush(piece(right))) return box;
        const int top = std::min(box.top, top_of_article_column(left));
        return {box.left, top, box.width, box.bottom() - top};
    }

    // The first piece of the unbroken column that piece i stands in.
    int top_piece(int i) const {
        for (int steps = 0; steps < static_cast<int>(pieces_.size()); ++steps) {
            const Neighbour above = look_up(i);
            if (above.kind != Above::text) break;
            i = above.index;
        }
        return i;
    }

    int top_of_column(int i) const { return piece(top_piece(i)).box.top; }

    // Top of the unbroken column that piece i stands in, its headline included.
    int top_of_article_column(int i) const {
        int top = piece(i).box.top;
        for (int steps = 0; steps < static_cast<int>(pieces_.size()); ++steps) {
            const Neighbour above = look_up(i);
            if (above.kind == Above::headline) return stacks_[static_cast<std::size_t>(above.index)].box.top;
            if (above.kind != Above::text) return top;
            i = above.index;
            top = piece(i).box.top;
        }
        return top;
    }

    // Rule 5; `play_em`: how far the two columns' tops may be apart.
    void adopt_from_left(double play_em) {
        for (auto i = order_.rbegin(); i != order_.rend(); ++i) {
            if (at(*i) >= 0 || begins_with_continuation_mark(piece(*i).lines.front())) continue;
            if (look_up(*i).kind != Above::nothing) continue;
            const int right = look_beside(*i, 1);
            if (right < 0 || at(right) < 0 || at(right) >= static_cast<int>(stacks_.size())) continue;
            const Box& headline = stacks_[static_cast<std::size_t>(at(right))].box;
            const int top = piece(*i).box.top, step = std::abs(top - piece(right).box.top);
            if (top < headline.top - em_ || step > play_em * em_ || more_level_with_left(*i, step)) continue;
            set(*i, at(right));
        }
    }

    bool more_level_with_left(int i, int step) const {
        const int left = look_beside(i, -1);
        return left >= 0 && std::abs(top_of_column(left) - piece(i).box.top) <= step + em_ / 2;
    }

    const std::vector<Piece>& pieces_;
    const std::vector<HeadlineStack>& stacks_;
    const Layout& layout_;
    double em_;
    std::vector<Box> measures_;  // of the stacks
    std::vector<int> article_;
    std::vector<Neighbour> above_;  // of the pieces
    std::vector<int> order_;
};

}  // namespace

std::vector<int> govern(const std::vector<Piece>& pieces, const std::vector<HeadlineStack>& stacks,
                        const Layout& layout) {
    return Governor(pieces, stacks, layout).run();
}

}  // namespace banwen
