#include "order/reading_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace banwen {
namespace {

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

// The first place where a straight cut passes between the boxes; boxes may overlap it by `slack` px, or by a
// third of their own extent where that is less.
std::optional<Cut> first_cut(const std::vector<Box>& boxes, Indices members, Axis axis, int slack) {
    const auto box = [&](int i) -> const Box& { return boxes[static_cast<std::size_t>(i)]; };
    std::stable_sort(members.begin(), members.end(),
                     [&](int a, int b) { return begin_of(box(a), axis) < begin_of(box(b), axis); });
    int reached = end_of(box(members.front()), axis);
    for (std::size_t k = 1; k < members.size(); ++k) {
        const int extent = end_of(box(members[k]), axis) - begin_of(box(members[k]), axis);
        if (begin_of(box(members[k]), axis) >= reached - std::min(slack, extent / 3)) {
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

// Cuts along `first` as long as there is such a cut, along `second` where there is none; what cannot be cut
// is read from its tops.
Indices cut_in_order(const std::vector<Box>& boxes, const Indices& members, Axis first, Axis second,
                     int slack) {
    if (members.size() < 2) return members;
    std::optional<Cut> cut = first_cut(boxes, members, first, slack);
    if (!cut) cut = first_cut(boxes, members, second, slack);
    if (!cut) return by_top(boxes, members);
    Indices order = cut_in_order(boxes, cut->before, first, second, slack);
    append(order, cut_in_order(boxes, cut->after, first, second, slack));
    return order;
}

Indices all_of(const std::vector<Box>& boxes) {
    Indices all(boxes.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

}  // namespace

std::vector<int> order_columns(const std::vector<Box>& columns, double em) {
    return cut_in_order(columns, all_of(columns), Axis::down, Axis::across, static_cast<int>(em / 2));
}

std::vector<int> order_blocks(const std::vector<Box>& articles, double em) {
    return cut_in_order(articles, all_of(articles), Axis::across, Axis::down, static_cast<int>(1.5 * em));
}

}  // namespace banwen
