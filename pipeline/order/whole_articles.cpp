#include "order/whole_articles.h"

#include <algorithm>

namespace banwen {
namespace {

constexpr double kBelowEm = 3;       // from a headline to its text, a rule between
constexpr double kPageShare = 0.35;  // of the page; a larger frame is the page's own

using Stacks = std::vector<HeadlineStack>;

class Joiner {
  public:
    Joiner(Governed& governed, const std::vector<Piece>& pieces, const Layout& layout)
        : governed_(governed), pieces_(pieces), layout_(layout), em_(layout.type_size) {}

    void run() {
        for (std::size_t s = 0; s < stacks().size(); ++s)
            if (stacks()[s].mode == WritingMode::horizontal && !has_text(s)) take_text_below(s);
        for (std::size_t s = 0; s < stacks().size(); ++s)
            if (is_small_frame(stacks()[s].frame) && !has_text(s)) join_next_below(s);
        for (std::size_t f = 0; f < layout_.frames.size(); ++f)
            if (is_small_frame(static_cast<int>(f))) gather(static_cast<int>(f));
    }

  private:
    Stacks& stacks() { return governed_.stacks; }
    const Piece& piece(std::size_t i) const { return pieces_[i]; }
    int article(std::size_t i) const { return governed_.article_of[i]; }
    bool is_headless(int article) const { return article >= static_cast<int>(governed_.stacks.size()); }

    bool has_text(std::size_t s) const {
        return std::find(governed_.article_of.begin(), governed_.article_of.end(), static_cast<int>(s)) !=
               governed_.article_of.end();
    }

    void rename(int from, std::size_t to) {
        std::replace(governed_.article_of.begin(), governed_.article_of.end(), from, static_cast<int>(to));
    }

    bool is_small_frame(int frame) const {
        if (frame < 0) return false;
        const Box& box = layout_.frames[static_cast<std::size_t>(frame)].box;
        return static_cast<double>(box.area()) <
               kPageShare * static_cast<double>(layout_.width) * static_cast<double>(layout_.height);
    }

    // Nothing of the article stands above its piece `first`.
    bool begins_with(int article_number, std::size_t first) const {
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            if (article(i) == article_number && piece(i).box.top < piece(first).box.top - em_) return false;
        return true;
    }

    void take_text_below(std::size_t s) {
        const HeadlineStack& stack = stacks()[s];
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (article(i) < 0 || !is_headless(article(i)) || piece(i).frame != stack.frame) continue;
            const Box& text = piece(i).box;
            const int white = text.top - stack.box.bottom();
            if (white < -em_ / 2 || white > kBelowEm * em_ ||
                overlap_x(text, stack.box) < 0.5 * std::min(text.width, stack.box.width) ||
                begins_with_continuation_mark(piece(i).lines.front()) || !begins_with(article(i), i))
                continue;
            rename(article(i), s);
            return;
        }
    }

    // The nearest headline below in the same frame.
    int next_below(std::size_t s) const {
        const HeadlineStack& own = governed_.stacks[s];
        int next = -1;
        for (std::size_t k = 0; k < governed_.stacks.size(); ++k) {
            const HeadlineStack& other = governed_.stacks[k];
            if (k == s || other.title.empty() || other.frame != own.frame || other.mode != own.mode ||
                other.box.center().y < own.box.bottom() || overlap_x(other.box, own.box) == 0)
                continue;
            if (next < 0 || other.box.top < governed_.stacks[static_cast<std::size_t>(next)].box.top)
                next = static_cast<int>(k);
        }
        return next;
    }

    double type_of(const HeadlineStack& stack) const {
        double largest = 0;
        for (const int i : stack.title)
            largest = std::max(largest, piece(static_cast<std::size_t>(i)).type_size);
        return largest;
    }

    void join_next_below(std::size_t s) {
        const int next = next_below(s);
        if (next < 0) return;
        HeadlineStack& upper = stacks()[s];
        HeadlineStack& lower = stacks()[static_cast<std::size_t>(next)];
        const auto add = [](std::vector<int>& list, const std::vector<int>& more) {
            list.insert(list.end(), more.begin(), more.end());
        };
        HeadlineStack both = upper;
        if (type_of(upper) >= type_of(lower)) {
            for (const std::vector<int>* decks : {&lower.kicker, &lower.title, &lower.subtitle})
                add(both.subtitle, *decks);
        } else {
            add(both.kicker, upper.title);
            add(both.kicker, upper.subtitle);
            add(both.kicker, lower.kicker);
            both.title = lower.title;
            both.subtitle = lower.subtitle;
        }
        both.box = bounding(upper.box, lower.box);
        lower = both;
        upper = {};
    }

    // Rule 2, text without a headline.
    void gather(int frame) {
        int only = -1;
        for (std::size_t s = 0; s < stacks().size(); ++s) {
            if (stacks()[s].frame != frame || stacks()[s].title.empty()) continue;
            if (only >= 0) return;
            only = static_cast<int>(s);
        }
        if (only < 0) return;
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            if (piece(i).frame == frame && article(i) >= 0 && is_headless(article(i)) &&
                !begins_with_continuation_mark(piece(i).lines.front()))
                governed_.article_of[i] = only;
    }

    Governed& governed_;
    const std::vector<Piece>& pieces_;
    const Layout& layout_;
    double em_;
};

}  // namespace

Governed whole_articles(Governed governed, const std::vector<Piece>& pieces, const Layout& layout) {
    Joiner(governed, pieces, layout).run();
    return governed;
}

}  // namespace banwen
