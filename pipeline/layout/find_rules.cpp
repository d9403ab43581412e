#include "layout/find_rules.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kLongStrokeEm = 12;  // no stroke of type is as long
constexpr int kSlimness = 20;         // a short rule's length in its thicknesses; strokes are stouter
constexpr double kFlankEm = 0.15;
constexpr double kTypeBeside = 0.07;  // share of ink; through lines of type it is 0.1 and more
constexpr int kThickSlimness = 60;    // of the thickest rules
constexpr double kWhite = 0.04;       // share of ink
constexpr double kShortestPairEm = 6;
constexpr double kDoubleEm = 0.35;  // between the halves of a double rule
constexpr double kLeanEm = 0.12;
constexpr double kRoughEdgeEm = 0.06;
constexpr int kJointPx = 2;             // pieces of one rule meet
constexpr double kShortestPieceEm = 1;  // of a rule that leans or bends
constexpr double kDotEm = 0.25;         // no dot of a dotted rule is larger
constexpr double kUneven = 0.25;        // play of the white between dots, in their pitch
constexpr double kEvenShare = 0.75;     // of a dotted rule's length that is at one pitch
constexpr double kShortDottedEm = 5;    // no ellipsis is as long
constexpr double kShortEvenShare = 0.85;
constexpr std::size_t kLeastDots = 12;
constexpr int kLostDots = 2;         // side by side
constexpr double kDotFlankEm = 0.2;  // white above and below a dotted rule
constexpr double kEndEm = 0.3;
constexpr double kStoutDotEm = 0.14;
constexpr double kPlainEvenShare = 0.9;
constexpr double kTypeNear = 0.1;    // share of ink beside a dotted rule that is plain to see
constexpr double kDotPitchEm = 0.5;  // nor the white between two of them wider

// So much higher than its rule is thick a box may be.
double lean_of(double em) {
    return std::max(3.0, kLeanEm * em);
}

Box transposed(const Box& box) {
    return {box.top, box.left, box.height, box.width};
}

// What is found of one rule, from left to right, in boxes that are little higher than the rule is thick.
using Chain = std::vector<Box>;

Box box_around(const Chain& chain) {
    Box all;
    for (const Box& piece : chain)
        all = bounding(all, piece);
    return all;
}

// Paper shrinks and film bends: a rule that leans by more than its thickness is cut until its pieces are
// level. `run`: the rule's own ink.
Chain cut_level(const cv::Mat& run, const Box& box, double em) {
    const double thickness = box.height * ink_share(run, box);
    if (box.height <= thickness + lean_of(em) || box.width < 2 * kShortestPieceEm * em) return {box};
    const int half = box.width / 2;
    Chain pieces = cut_level(run, ink_box(run, {box.left, box.top, half, box.height}), em);
    for (const Box& piece :
         cut_level(run, ink_box(run, {box.left + half, box.top, box.width - half, box.height}), em))
        pieces.push_back(piece);
    return pieces;
}

// The unbroken runs of `runs` that are thin for their length.
Chain thin_pieces(const cv::Mat& runs, int thickest, double em) {
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(runs, labels, stats, centroids, 8, CV_32S);
    Chain pieces;
    for (int i = 1; i < count; ++i) {
        const int* row = stats.ptr<int>(i);
        const Box box{row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH],
                      row[cv::CC_STAT_HEIGHT]};
        const int thickness = row[cv::CC_STAT_AREA] / box.width;
        // The thick half of a rule across the page is twice as thick as any other.
        const int most = std::max(thickest, std::min(2 * thickest, box.width / kThickSlimness));
        if (thickness > most || box.width < thickness * 4) continue;
        const cv::Mat own = labels(to_rect(box)) == i;
        for (const Box& piece : cut_level(own, {0, 0, box.width, box.height}, em))
            if (piece.height <= most)
                pieces.push_back({box.left + piece.left, box.top + piece.top, piece.width, piece.height});
    }
    return pieces;
}

// Pieces of one rule continue each other with small gaps where the print is broken or type touches it.
std::vector<Chain> join_pieces(std::vector<Box> pieces, double em) {
    std::sort(pieces.begin(), pieces.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    std::vector<Chain> joined;
    for (const Box& piece : pieces) {
        const auto fits = [&](const Chain& chain) {
            const Box& last = chain.back();
            const double middle = last.top + last.height / 2.0;
            const double apart = std::abs(middle - (piece.top + piece.height / 2.0));
            const double near = std::max({2.0, last.height * 0.7, em * 0.08});
            return apart <= near && piece.left - last.right() <= em;
        };
        const auto chain = std::find_if(joined.begin(), joined.end(), fits);
        if (chain == joined.end())
            joined.push_back({piece});
        else
            chain->insert(piece.right() < chain->back().right() ? chain->end() - 1 : chain->end(), piece);
    }
    return joined;
}

// Boxes as long as they can be without growing much higher than the rule is thick: one, of a level rule.
Chain longest_level(const Chain& chain, double em) {
    Chain boxes;
    int thickest = 0;
    for (const Box& piece : chain) {
        thickest = std::max(thickest, piece.height);
        const Box longer = boxes.empty() ? piece : bounding(boxes.back(), piece);
        if (boxes.empty() || longer.height > thickest + lean_of(em))
            boxes.push_back(piece);
        else
            boxes.back() = longer;
    }
    return boxes;
}

// Shares of ink in the strips of the height `flank` above and below a rule's middle.
struct Flanks {
    double above = 0;
    double below = 0;
};

Flanks flanks_of(const Chain& chain, const cv::Mat& ink, int flank) {
    const Box all = box_around(chain);
    const Box inner{all.left + all.width / 20, all.top, all.width - all.width / 10, all.height};
    double length = 0;
    Flanks sum;
    for (const Box& piece : chain) {
        const Box part = intersection(piece, inner);
        if (part.empty()) continue;
        length += part.width;
        sum.above += part.width * ink_share(ink, {part.left, part.top - 2 - flank, part.width, flank});
        sum.below += part.width * ink_share(ink, {part.left, part.bottom() + 2, part.width, flank});
    }
    return length > 0 ? Flanks{sum.above / length, sum.below / length} : Flanks{};
}

// Nothing but white on both sides; strokes of large type have others crossing them, and the dots of a tint
// have more dots beside them.
bool stands_alone(const Chain& chain, const cv::Mat& ink, int flank) {
    const Flanks flanks = flanks_of(chain, ink, flank);
    return flanks.above < kWhite && flanks.below < kWhite;
}

// The halves of a double rule, one close below the other and as long.
bool are_halves(const Box& upper, const Box& lower, double em) {
    const int gap = lower.top - upper.bottom();
    return lower.top > upper.top && gap <= kDoubleEm * em &&
           overlap_x(upper, lower) >= 0.8 * std::max(upper.width, lower.width);
}

// It stands alone but for its other half. The strokes of a large outlined bracket are as close, but short.
bool stands_in_pair(const Chain& chain, const std::vector<Chain>& chains, const cv::Mat& ink, int flank,
                    double em) {
    const Box own = box_around(chain);
    if (box_around(chain).width < kShortestPairEm * em) return false;
    return std::any_of(chains.begin(), chains.end(), [&](const Chain& other) {
        const Box half = box_around(other);
        const bool above = are_halves(half, own, em);
        if (!above && !are_halves(own, half, em)) return false;
        return flanks_of(above ? other : chain, ink, flank).above < kWhite &&
               flanks_of(above ? chain : other, ink, flank).below < kWhite;
    });
}

// Share of ink in the row `step` px off a rule's edge, above (negative) or below it.
double share_off(const Chain& chain, const cv::Mat& ink, int step) {
    double length = 0, sum = 0;
    for (const Box& piece : chain) {
        const int row = step < 0 ? piece.top + step : piece.bottom() + step - 1;
        length += piece.width;
        sum += piece.width * ink_share(ink, {piece.left, row, piece.width, 1});
    }
    return length > 0 ? sum / length : 0;
}

enum class Side { above = -1, below = 1 };

// The least share of ink in a row within `reach` px of a rule: where there is white along it, next to none.
double least_share(const Chain& chain, const cv::Mat& ink, Side side, int reach) {
    double least = 1;
    for (int off = 2; off <= reach; ++off)
        least = std::min(least, share_off(chain, ink, static_cast<int>(side) * off));
    return least;
}

// A crease, or a rule that shines through from the other side, has type close by on both sides along much
// of its length; printed rules keep a little white.
bool runs_through_type(const Chain& chain, const cv::Mat& ink, double em) {
    constexpr double kBeside = 0.03;
    const int reach = std::max(3, static_cast<int>(std::lround(kFlankEm * em)));
    const Flanks flanks = flanks_of(chain, ink, reach);
    return std::min(flanks.above, flanks.below) > kTypeBeside &&
           least_share(chain, ink, Side::above, reach) > kBeside &&
           least_share(chain, ink, Side::below, reach) > kBeside;
}

// The margin of a dark box with white type is dark, too, but the box goes on where a rule would end: beside
// a rule is a little white, even where a box or a second rule follows.
bool edges_a_solid(const Chain& chain, const cv::Mat& ink, double em) {
    constexpr double kReachEm = 0.5, kSolid = 0.55, kLeast = 0.2;
    const int reach = std::max(3, static_cast<int>(std::lround(kReachEm * em)));
    const Flanks flanks = flanks_of(chain, ink, reach);
    return (flanks.above > kSolid && least_share(chain, ink, Side::above, reach) > kLeast) ||
           (flanks.below > kSolid && least_share(chain, ink, Side::below, reach) > kLeast);
}

// Long and thin enough for a rule, among all that may be. A short one must have white on both sides.
bool is_rule(const Chain& chain, const std::vector<Chain>& chains, const cv::Mat& ink, double em,
             const LayoutOptions& options) {
    int length = box_around(chain).width, thickness = 0;
    for (const Box& piece : chain)
        thickness = std::max(thickness, piece.height);
    if (length < em * options.min_rule_em * 1.2) return false;
    const int flank = std::max(3, thickness);
    if (length < kLongStrokeEm * em && !stands_alone(chain, ink, flank) &&
        !stands_in_pair(chain, chains, ink, flank, em))
        return false;
    if (runs_through_type(chain, ink, em) || edges_a_solid(chain, ink, em)) return false;
    return length >= kSlimness * thickness || length >= 15 * em;
}

// Rules along the rows of `ink`; columns are found by turning the mask.
std::vector<Box> rules_along_rows(const cv::Mat& ink, double em, double dpi, const LayoutOptions& options) {
    // odd: a kernel of even length has no middle and moves the rules
    const int length = std::max(9, static_cast<int>(std::lround(em * options.min_rule_em)) | 1);
    const int thickest = std::max(3, static_cast<int>(std::lround(dpi / 25.4 * options.max_rule_mm)));
    cv::Mat runs;
    cv::morphologyEx(ink, runs, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {length, 1}));
    std::vector<Box> rules;
    const std::vector<Chain> chains = join_pieces(thin_pieces(runs, thickest, em), em);
    for (const Chain& chain : chains)
        if (is_rule(chain, chains, ink, em, options))
            for (const Box& box : longest_level(chain, em))
                rules.push_back(box);
    return rules;
}

// Share of a row's length that is dotted at one pitch; where dots are lost, at twice or three times that.
// Remains of a rule that shines through from the other side lie anyhow.
double even_share(const Box& row, const std::vector<Component>& dots) {
    std::vector<int> at, steps;
    for (const Component& dot : dots)
        if (share_inside(dot.box, row) > 0.9) at.push_back(dot.box.center().x);
    std::sort(at.begin(), at.end());
    for (std::size_t i = 1; i < at.size(); ++i)
        if (at[i] > at[i - 1]) steps.push_back(at[i] - at[i - 1]);
    if (steps.size() < kLeastDots) return 0;
    const auto usual = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() * 2 / 5);
    std::nth_element(steps.begin(), usual, steps.end());
    const double pitch = *usual, play = std::max(1.0, kUneven * pitch);
    double even = 0;
    std::size_t single = 0;
    for (const int step : steps) {
        const double times = std::round(step / pitch);
        if (times > kLostDots + 1 || std::abs(step - times * pitch) > play) continue;
        even += step;
        single += times == 1;
    }
    return 2 * single < steps.size() ? 0 : even / row.width;
}

// A leader in a list has type at its ends, a rule has not.
bool ends_in_white(const Box& row, const cv::Mat& ink, double em) {
    const int side = static_cast<int>(em), above = static_cast<int>(kEndEm * em);
    const Box left{row.left - side - 1, row.top - above, side, row.height + 2 * above};
    const Box right{row.right() + 1, left.top, side, left.height};
    return ink_share(ink, left) < kWhite && ink_share(ink, right) < kWhite;
}

// Type stands close to the rules between a table's rows; beside the dots of a tint are more dots.
bool is_dotted_rule(const Box& row, const std::vector<Component>& dots, const cv::Mat& ink, double em) {
    if (row.width < kShortDottedEm * em) return false;
    const double even = even_share(row, dots);
    const bool plain = row.height >= kStoutDotEm * em && even > kPlainEvenShare;
    const Flanks flanks = flanks_of({row}, ink, std::max(3, static_cast<int>(std::lround(kDotFlankEm * em))));
    if (std::max(flanks.above, flanks.below) >= (plain ? kTypeNear : kWhite)) return false;
    if (row.width >= kLongStrokeEm * em) return even > kEvenShare;
    return even > kShortEvenShare && ends_in_white(row, ink, em);
}

// Rows of small dots with little white between them, longer than an ellipsis.
std::vector<Box> dotted_along_rows(const cv::Mat& ink, double em) {
    std::vector<Component> dots = find_components(ink);
    std::erase_if(dots, [&](const Component& c) {
        return c.box.height > kDotEm * em || c.box.width > 1.5 * kDotEm * em;
    });
    cv::Mat rows = cv::Mat::zeros(ink.size(), CV_8U);
    for (const Component& dot : dots)
        rows(to_rect(dot.box)).setTo(255);
    const int reach = std::max(3, static_cast<int>(std::lround(kDotPitchEm * em)));
    cv::morphologyEx(rows, rows, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {reach, 1}));
    std::vector<Box> pieces;
    for (const Component& c : find_components(rows))
        if (c.box.width >= 2 * em && c.box.height <= 2 * kDotEm * em) pieces.push_back(c.box);
    std::vector<Box> rules;
    for (const Chain& chain : join_pieces(std::move(pieces), em))
        if (const Box row = box_around(chain); is_dotted_rule(row, dots, ink, em)) rules.push_back(row);
    return rules;
}

// Two thin rules close together are printed as one double rule.
std::vector<Rule> join_doubled(std::vector<Box> boxes, double em) {
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    std::vector<Rule> rules;
    for (const Box& box : boxes) {
        const auto pairs = [&](const Rule& rule) {
            const int gap = box.top - rule.box.bottom();
            return gap <= kDoubleEm * em &&
                   overlap_x(rule.box, box) >= 0.8 * std::max(rule.box.width, box.width);
        };
        const auto twin = std::find_if(rules.begin(), rules.end(), pairs);
        if (twin == rules.end())
            rules.push_back({box, RuleStyle::solid});
        else
            *twin = {bounding(twin->box, box), RuleStyle::doubled};
    }
    return rules;
}

std::vector<Rule> rules_across(const cv::Mat& ink, double em, double dpi, const LayoutOptions& options) {
    std::vector<Rule> rules = join_doubled(rules_along_rows(ink, em, dpi, options), em);
    for (const Box& row : dotted_along_rows(ink, em))
        rules.push_back({row, RuleStyle::dotted});
    return rules;
}

// One box for the pieces of each rule that leans from the upright: they follow each other, a little to the
// side.
std::vector<Box> joined_down(std::vector<Box> pieces, double em) {
    std::sort(pieces.begin(), pieces.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    std::vector<Box> sides, ends;
    for (const Box& piece : pieces) {
        std::size_t i = 0;
        const auto follows = [&](const Box& end) {
            return overlap_x(grown(end, kJointPx), piece) > 0 && piece.top >= end.bottom() - kJointPx &&
                   piece.top - end.bottom() <= em;
        };
        while (i < ends.size() && !follows(ends[i]))
            ++i;
        if (i == ends.size()) sides.push_back({}), ends.push_back({});
        sides[i] = bounding(sides[i], piece);
        ends[i] = piece;
    }
    return sides;
}

}  // namespace

std::vector<Rule> find_rules(const cv::Mat& ink, double em, double dpi, const LayoutOptions& options) {
    if (ink.empty() || em <= 0) return {};
    std::vector<Rule> rules = rules_across(ink, em, dpi, options);
    cv::Mat turned;
    cv::transpose(ink, turned);
    for (Rule rule : rules_across(turned, em, dpi, options)) {
        rule.box = transposed(rule.box);
        rules.push_back(rule);
    }
    return rules;
}

std::vector<Box> whole_rules_down(const std::vector<Rule>& rules, double em) {
    std::vector<Box> pieces;
    for (const Rule& rule : rules)
        if (!rule.horizontal()) pieces.push_back(rule.box);
    return joined_down(std::move(pieces), em);
}

std::vector<Box> whole_rules_across(const std::vector<Rule>& rules, double em) {
    std::vector<Box> pieces;
    for (const Rule& rule : rules)
        if (rule.horizontal()) pieces.push_back(transposed(rule.box));
    std::vector<Box> whole = joined_down(std::move(pieces), em);
    for (Box& box : whole)
        box = transposed(box);
    return whole;
}

cv::Mat without_rules(const cv::Mat& ink, const std::vector<Rule>& rules, double em) {
    cv::Mat rest = ink.clone();
    const int edge = std::max(1, static_cast<int>(std::lround(kRoughEdgeEm * em)));
    for (const Rule& rule : rules) {
        const Box box = clipped(grown(rule.box, edge), ink);
        if (!box.empty()) rest(to_rect(box)).setTo(0);
    }
    return rest;
}

}  // namespace banwen
