// A thin rule between two narrow columns wears into dashes, and type stands so close to it that no strip of
// white remains beside it. Each dash is a thin upright stroke with white on both sides; letters (l, 1) look
// the same, and in a list brackets stand under each other, but none is higher than its line. So strokes that
// follow each other down one line, which may lean, are a rule where they are long enough together and some of
// them run past a line of type.
//
// What this cannot do: rules of which less than a third is left; dashes that touch the type beside them.
#include "layout/find_worn_rules.h"

#include <algorithm>
#include <cmath>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kThickestEm = 0.3;
constexpr double kShortestEm = 0.25;  // of a dash
constexpr double kFlankEm = 0.12;     // white on both sides
constexpr double kGapEm = 4;          // from one dash to the next
constexpr double kPlayEm = 0.15;      // sideways, from one dash to the next
constexpr double kRuleEm = 7;
constexpr double kLeastInk = 0.4;    // of a rule's length that is left
constexpr double kLetterEm = 1.2;    // no letter or bracket is higher
constexpr double kLongerInk = 0.25;  // of what is left, in dashes that are
constexpr std::size_t kFewestDashes = 3;

bool is_dash(const cv::Mat& text, const Box& box, double em) {
    if (box.width > kThickestEm * em || box.height < std::max(kShortestEm * em, 1.5 * box.width))
        return false;
    const int flank = std::max(1, static_cast<int>(std::lround(kFlankEm * em)));
    return ink_share(text, {box.left - flank, box.top, flank, box.height}) == 0 &&
           ink_share(text, {box.right(), box.top, flank, box.height}) == 0;
}

using Chain = std::vector<Box>;

bool follows(const Box& last, const Box& dash, double em) {
    const int white = dash.top - last.bottom();
    return white > -em / 2 && white < kGapEm * em &&
           std::abs(dash.center().x - last.center().x) < kPlayEm * em + 0.02 * std::max(0, white);
}

std::vector<Chain> chains_of(std::vector<Box> dashes, double em) {
    std::sort(dashes.begin(), dashes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    std::vector<Chain> chains;
    for (const Box& dash : dashes) {
        const auto chain = std::find_if(chains.begin(), chains.end(),
                                        [&](const Chain& c) { return follows(c.back(), dash, em); });
        if (chain == chains.end())
            chains.push_back({dash});
        else
            chain->push_back(dash);
    }
    return chains;
}

bool is_rule(const Chain& chain, double em) {
    int ink = 0, longer = 0;
    for (const Box& dash : chain) {
        ink += dash.height;
        if (dash.height > kLetterEm * em) longer += dash.height;
    }
    const int length = chain.back().bottom() - chain.front().top;
    return chain.size() >= kFewestDashes && length >= kRuleEm * em && ink >= kLeastInk * length &&
           longer >= kLongerInk * ink;
}

// From the head of each dash to that of the next, so that the white between two is closed.
void add_boxes(std::vector<Box>& boxes, const Chain& chain) {
    for (std::size_t k = 0; k < chain.size(); ++k) {
        boxes.push_back(chain[k]);
        if (k + 1 == chain.size()) continue;
        const Box& next = chain[k + 1];
        const int left = std::min(chain[k].left, next.left);
        const int right = std::max(chain[k].right(), next.right());
        const Box between{left, chain[k].bottom(), right - left, next.top - chain[k].bottom()};
        if (!between.empty()) boxes.push_back(between);
    }
}

}  // namespace

std::vector<Box> find_worn_rules(const cv::Mat& text, const std::vector<Rule>& rules, double em) {
    std::vector<Box> dashes;
    for (const Rule& rule : rules)
        if (!rule.horizontal() && rule.box.width < 2 * kThickestEm * em) dashes.push_back(rule.box);
    for (const Component& piece : find_components(text))
        if (is_dash(text, piece.box, em)) dashes.push_back(piece.box);
    std::vector<Box> boxes;
    for (const Chain& chain : chains_of(std::move(dashes), em))
        if (is_rule(chain, em)) add_boxes(boxes, chain);
    return boxes;
}

}  // namespace banwen
