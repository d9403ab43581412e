// A label (栏头) is short and in smaller type than the headline, and its place is free: over the headline at
// one of its sides, or, in a frame, level with it over the first column. It governs no text itself. Over the
// headline, that shows by the white under it, which reaches down beside the headline; in a frame, by there
// being no other headline: a frame holds one article.
//
// What this cannot do: labels level with their headline that no frame surrounds; a small headline over an
// article of its own in the frame of a larger one.
#include "order/place_labels.h"

#include <algorithm>

namespace banwen {
namespace {

constexpr double kLongest = 9;     // in its own height
constexpr double kSmaller = 0.8;   // of the headline's type
constexpr double kReversed = 1.1;  // … white on ink
constexpr double kWhite = 1.1;     // between a label and the headline below it, in the headline's type size
constexpr double kAsideEm = 2;     // from a label's end to the headline's

double type_of(const HeadlineStack& stack, const std::vector<Piece>& pieces) {
    double largest = 0;
    for (const int i : stack.title)
        largest = std::max(largest, pieces[static_cast<std::size_t>(i)].type_size);
    return largest;
}

bool is_reversed(const HeadlineStack& stack, const std::vector<Piece>& pieces) {
    return std::all_of(stack.title.begin(), stack.title.end(),
                       [&](int i) { return pieces[static_cast<std::size_t>(i)].reversed; });
}

bool is_short(const HeadlineStack& stack) {
    return stack.mode == WritingMode::horizontal && stack.box.width < kLongest * stack.box.height;
}

bool text_in(const Box& box, const std::vector<Piece>& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return is_running_text(piece) && !intersection(piece.box, box).empty();
    });
}

// A rule across from the label's foot to the headline's head.
bool rule_below(const Box& label, const Box& headline, const std::vector<Rule>& rules) {
    return std::any_of(rules.begin(), rules.end(), [&](const Rule& rule) {
        return rule.horizontal() && rule.box.top >= label.center().y &&
               rule.box.bottom() <= headline.center().y && rule.box.width > 1.6 * label.width &&
               overlap_x(rule.box, label) > 0.5 * label.width;
    });
}

bool stands_over(const Box& label, const Box& headline, double type_size, double em) {
    const int white = headline.top - label.bottom();
    const int aside = std::max(label.left, headline.left) - std::min(label.right(), headline.right());
    return white > -0.5 * label.height && white < kWhite * type_size && aside < kAsideEm * em;
}

bool alone_in_frame(std::size_t label, std::size_t headline, const std::vector<HeadlineStack>& stacks) {
    const int frame = stacks[label].frame;
    if (frame < 0) return false;
    for (std::size_t k = 0; k < stacks.size(); ++k)
        if (k != label && k != headline && stacks[k].frame == frame) return false;
    return overlap_y(stacks[label].box, stacks[headline].box) > 0.3 * stacks[label].box.height;
}

// Its own article's headline would not be as large, unless it is white on ink.
bool smaller_than(const HeadlineStack& small, const HeadlineStack& large, const std::vector<Piece>& pieces) {
    const bool reversed = is_reversed(small, pieces) && !is_reversed(large, pieces);
    return type_of(small, pieces) < (reversed ? kReversed : kSmaller) * type_of(large, pieces);
}

// In a frame a label of larger type than `kSmaller` could as well be the headline's own first line.
bool governs_frame(std::size_t label, std::size_t headline, const std::vector<HeadlineStack>& stacks,
                   const std::vector<Piece>& pieces) {
    return alone_in_frame(label, headline, stacks) &&
           type_of(stacks[label], pieces) < kSmaller * type_of(stacks[headline], pieces);
}

// Without the kickers that it has: labels stand at both ends of a headline, too.
Box title_box(const HeadlineStack& stack, const std::vector<Piece>& pieces) {
    Box box;
    for (const int i : stack.title)
        box = bounding(box, pieces[static_cast<std::size_t>(i)].box);
    return box;
}

bool stands_free_over(const HeadlineStack& small, const HeadlineStack& large,
                      const std::vector<Piece>& pieces, const std::vector<Rule>& rules, double em) {
    const Box headline = title_box(large, pieces);
    const Box below{small.box.left, small.box.bottom(), small.box.width,
                    static_cast<int>(headline.center().y) - small.box.bottom()};
    return stands_over(small.box, headline, type_of(large, pieces), em) && !text_in(below, pieces) &&
           !rule_below(small.box, headline, rules);
}

// Labels on both ends of a headline from left to right.
void add_kicker(HeadlineStack& headline, const HeadlineStack& label, const std::vector<Piece>& pieces) {
    std::vector<int> decks = label.kicker;
    decks.insert(decks.end(), label.title.begin(), label.title.end());
    decks.insert(decks.end(), label.subtitle.begin(), label.subtitle.end());
    const auto stands_before = [&](int i) {
        const Box& box = pieces[static_cast<std::size_t>(i)].box;
        return overlap_y(box, label.box) > 0.5 * label.box.height && box.right() <= label.box.left;
    };
    auto at = headline.kicker.begin();
    while (at != headline.kicker.end() && stands_before(*at))
        ++at;
    headline.kicker.insert(at, decks.begin(), decks.end());
}

}  // namespace

std::vector<HeadlineStack> with_labels(std::vector<HeadlineStack> stacks, const std::vector<Piece>& pieces,
                                       const std::vector<Rule>& rules, double em) {
    const auto fits = [&](std::size_t label, std::size_t headline) {
        const HeadlineStack &small = stacks[label], &large = stacks[headline];
        return label != headline && large.mode == WritingMode::horizontal && small.frame == large.frame &&
               is_short(small) && smaller_than(small, large, pieces);
    };
    std::vector<int> home(stacks.size(), -1);
    for (std::size_t label = 0; label < stacks.size(); ++label)
        for (std::size_t headline = 0; headline < stacks.size() && home[label] < 0; ++headline)
            if (fits(label, headline) &&
                (governs_frame(label, headline, stacks, pieces) ||
                 stands_free_over(stacks[label], stacks[headline], pieces, rules, em)))
                home[label] = static_cast<int>(headline);
    std::vector<HeadlineStack> placed = stacks;
    for (std::size_t label = stacks.size(); label-- > 0;) {
        int headline = home[label];
        if (headline < 0) continue;
        while (home[static_cast<std::size_t>(headline)] >= 0)
            headline = home[static_cast<std::size_t>(headline)];
        add_kicker(placed[static_cast<std::size_t>(headline)], stacks[label], pieces);
    }
    std::vector<HeadlineStack> kept;
    for (std::size_t k = 0; k < stacks.size(); ++k)
        if (home[k] < 0) kept.push_back(placed[k]);
    return kept;
}

}  // namespace banwen
