#include "layout/find_frames.h"

#include <algorithm>
#include <cmath>

#include "layout/find_rules.h"

namespace banwen {
namespace {

constexpr double kCornerEm = 2.2;  // white that worn corners leave
constexpr double kTouchEm = 0.25;
constexpr double kSmallestEm = 5;

bool near(int a, int b, double reach) {
    return std::abs(a - b) <= reach;
}

// A horizontal rule that runs from the left side to the right one, at the height where both sides begin (or
// end). A rule that runs on past a corner closes only what touches it: between the articles of a page the
// rules across and down come near each other too, but stop short.
bool closes(const Box& level, const Box& left, const Box& right, int at, double em) {
    const double reach = kCornerEm * em;
    const int away = std::max(level.top - at, at - level.bottom());
    const bool spans = level.left <= left.right() + reach && level.right() >= right.left - reach;
    const bool fits = near(level.left, left.left, reach) && near(level.right(), right.right(), reach);
    return spans && away <= (fits ? reach : kTouchEm * em);
}

}  // namespace

std::vector<Frame> find_frames(const std::vector<Rule>& rules, double em) {
    const double reach = kCornerEm * em;
    const std::vector<Box> sides = whole_rules_down(rules, em), levels = whole_rules_across(rules, em);
    std::vector<Frame> frames;
    for (const Box& left : sides)
        for (const Box& right : sides) {
            if (right.left - left.right() < kSmallestEm * em) continue;
            if (!near(left.top, right.top, reach) || !near(left.bottom(), right.bottom(), reach)) continue;
            const int top = std::min(left.top, right.top), bottom = std::max(left.bottom(), right.bottom());
            const auto closed_at = [&](int at) {
                return std::any_of(levels.begin(), levels.end(),
                                   [&](const Box& level) { return closes(level, left, right, at, em); });
            };
            if (closed_at(top) && closed_at(bottom))
                frames.push_back({{left.left, top, right.right() - left.left, bottom - top}});
        }
    std::sort(frames.begin(), frames.end(),
              [](const Frame& a, const Frame& b) { return a.box.area() < b.box.area(); });
    return frames;
}

}  // namespace banwen
