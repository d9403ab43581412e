// Boxes are divided by straight cuts, and again on both sides of each cut; they are read in the same way. A
// row of white parts blocks above each other, so a cut across that finds less passes between them by chance:
// there the cut down is made first.
//
// What this cannot do: find the way through columns that are stepped or set around each other, where no
// straight cut passes.
#include "order/reading_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace banwen {
namespace {

constexpr double kBarEm = 2.5;     // the highest bar: a line or two
constexpr double kMostBars = 0.2;  // their height, against what stands on either side of the cut

enum class Axis { across, down };  // across: the cut runs from left to right, parting above from below

using Indices = std::vector<int>;

struct Cut {
    Indices before;
    Indices after;
};

int begin_of(const Box& box, Axis axis) {
    return axis == Axis::across ? box.top : box.left;
}
int end_of(const Box& box, Axis axis) {
    return axis == Axis::across ? box.bottom() : box.right();
}

// A straight cut is looked for along `axis`, through at least `white` px of white; where that is negative,
// boxes may overlap the cut by so much, or by a third of their own extent where that is less. Bars up to
// `highest_bar` px high may stand in a cut down.
struct Try {
    Axis axis = Axis::across;
    int white = 0;
    int highest_bar = 0;
};

// The first place where such a cut passes between the boxes.
std::optional<Cut> first_cut(const std::vector<Box>& boxes, Indices members, const Try& wanted) {
    const Axis axis = wanted.axis;
    const auto box = [&](int i) -> const Box& { return boxes[static_cast<std::size_t>(i)]; };
    std::stable_sort(members.begin(), members.end(),
                     [&](int a, int b) { return begin_of(box(a), axis) < begin_of(box(b), axis); });
    int reached = end_of(box(members.front()), axis);
    for (std::size_t k = 1; k < members.size(); ++k) {
        const int extent = end_of(box(members[k]), axis) - begin_of(box(members[k]), axis);
        if (begin_of(box(members[k]), axis) >= reached + std::max(wanted.white, -extent / 3)) {
            const auto middle = members.begin() + static_cast<std::ptrdiff_t>(k);
            return Cut{{members.begin(), middle}, {middle, members.end()}};
        }
        reached = std::max(reached, end_of(box(members[k]), axis));
    }
    return std::nullopt;
}

void append(Indices& list, const Indices& more) {
    list.insert(list.end(), more.begin(), more.end());
}

Indices by_top(const std::vector<Box>& boxes, Indices members) {
    std::stable_sort(members.begin(), members.end(), [&](int a, int b) {
        const Box& p = boxes[static_cast<std::size_t>(a)];
        const Box& q = boxes[static_cast<std::size_t>(b)];
        return std::pair(p.top, p.left) < std::pair(q.top, q.left);
    });
    return members;
}

// A line that was found over two columns bars the way between them. The cut down in which bars of the least
// height stand; they go with the column that they begin in.
std::optional<Cut> barred_cut(const std::vector<Box>& boxes, const Indices& members, const Try& wanted) {
    const auto box = [&](int i) -> const Box& { return boxes[static_cast<std::size_t>(i)]; };
    std::optional<Cut> best;
    int least = 0;
    for (const int at : members) {
        const int x = box(at).left;
        Cut cut;
        int before = 0, after = 0, bars = 0, highest = 0;
        for (const int i : members) {
            const bool left = box(i).left < x + wanted.white;
            (left ? cut.before : cut.after).push_back(i);
            (left ? before : after) += box(i).height;
            if (!left || box(i).right() <= x - wanted.white) continue;
            bars += box(i).height;
            highest = std::max(highest, box(i).height);
        }
        const bool stands = highest <= wanted.highest_bar && bars <= kMostBars * std::min(before, after);
        if (cut.before.empty() || cut.after.empty() || !stands || (best && bars >= least)) continue;
        best = std::move(cut);
        least = bars;
    }
    return best;
}

// Cuts by the first of `tries` that finds a cut, and again what lies on both its sides; what cannot be cut is
// read from its tops.
Indices cut_in_order(const std::vector<Box>& boxes, const Indices& members, const std::vector<Try>& tries) {
    if (members.size() < 2) return members;
    std::optional<Cut> cut;
    for (const Try& wanted : tries)
        if (!cut)
            cut = wanted.highest_bar > 0 ? barred_cut(boxes, members, wanted)
                                         : first_cut(boxes, members, wanted);
    if (!cut) return by_top(boxes, members);
    Indices order = cut_in_order(boxes, cut->before, tries);
    append(order, cut_in_order(boxes, cut->after, tries));
    return order;
}

Indices all_of(const std::vector<Box>& boxes) {
    Indices all(boxes.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

}  // namespace

std::vector<int> order_columns(const std::vector<Box>& columns, double em) {
    const int overlap = -static_cast<int>(em / 2);
    const int bar = static_cast<int>(kBarEm * em);
    return cut_in_order(columns, all_of(columns),
                        {{Axis::down, overlap}, {Axis::down, overlap, bar}, {Axis::across, overlap}});
}

std::vector<int> order_blocks(const std::vector<Box>& blocks, double em) {
    const int row = static_cast<int>(0.9 * em), gutter = static_cast<int>(0.4 * em);
    const int overlap = -static_cast<int>(1.5 * em);
    return cut_in_order(
        blocks, all_of(blocks),
        {{Axis::across, row}, {Axis::down, gutter}, {Axis::across, overlap}, {Axis::down, overlap}});
}

}  // namespace banwen
