#include "layout/find_rules.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kLongStrokeEm = 12;  // no stroke of type is as long
constexpr double kDotEm = 0.25;       // no dot of a dotted rule is larger
constexpr double kUneven = 0.25;      // play of the white between dots, in their pitch
constexpr double kEvenShare = 0.75;   // of a dotted rule's length that is at one pitch
constexpr double kDotPitchEm = 0.5;   // nor the white between two of them wider

int length_of(const Box& box) {
    return std::max(box.width, box.height);
}
int thickness_of(const Box& box) {
    return std::min(box.width, box.height);
}

Box transposed(const Box& box) {
    return {box.top, box.left, box.height, box.width};
}

// Pieces of one rule lie on one line with small gaps where the print is broken or type touches it.
std::vector<Box> join_pieces(std::vector<Box> pieces, double em) {
    std::sort(pieces.begin(), pieces.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    std::vector<Box> joined;
    for (const Box& piece : pieces) {
        const auto fits = [&](const Box& rule) {
            const double middle = rule.top + rule.height / 2.0;
            const double apart = std::abs(middle - (piece.top + piece.height / 2.0));
            const double near = std::max({2.0, rule.height * 0.7, em * 0.08});
            return apart <= near && piece.left - rule.right() <= em;
        };
        const auto rule = std::find_if(joined.begin(), joined.end(), fits);
        if (rule == joined.end())
            joined.push_back(piece);
        else
            *rule = bounding(*rule, piece);
    }
    return joined;
}

// Nothing but white of the height `flank` on both sides of a rule's middle; strokes of large type have others
// crossing them, and the dots of a tint have more dots beside them.
bool stands_alone(const Box& rule, const cv::Mat& ink, int flank) {
    const Box inner{rule.left + rule.width / 20, rule.top, rule.width - rule.width / 10, rule.height};
    const double above = ink_share(ink, {inner.left, inner.top - 2 - flank, inner.width, flank});
    const double below = ink_share(ink, {inner.left, inner.bottom() + 2, inner.width, flank});
    return above < 0.04 && below < 0.04;
}

// Rules along the rows of `ink`; columns are found by turning the mask.
std::vector<Box> rules_along_rows(const cv::Mat& ink, double em, double dpi, const LayoutOptions& options) {
    const int length = std::max(8, static_cast<int>(std::lround(em * options.min_rule_em)));
    const int thickest = std::max(3, static_cast<int>(std::lround(dpi / 25.4 * options.max_rule_mm)));
    cv::Mat runs;
    cv::morphologyEx(ink, runs, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {length, 1}));
    std::vector<Box> pieces;
    for (const Component& c : find_components(runs))
        if (c.box.height <= thickest && c.box.width >= c.box.height * 4) pieces.push_back(c.box);
    std::vector<Box> rules = join_pieces(std::move(pieces), em);
    std::erase_if(rules, [&](const Box& rule) {
        if (length_of(rule) < kLongStrokeEm * em && !stands_alone(rule, ink, std::max(3, rule.height)))
            return true;
        const double slimness = static_cast<double>(length_of(rule)) / thickness_of(rule);
        return length_of(rule) < em * options.min_rule_em * 1.2 ||
               (slimness < 20 && length_of(rule) < 15 * em);
    });
    return rules;
}

// The dots of one row are printed at one pitch, without a gap; remains of a rule that shines through from the
// other side are not.
bool evenly_set(const Box& row, const std::vector<Component>& dots) {
    std::vector<int> at, steps;
    for (const Component& dot : dots)
        if (share_inside(dot.box, row) > 0.9) at.push_back(dot.box.center().x);
    std::sort(at.begin(), at.end());
    for (std::size_t i = 1; i < at.size(); ++i)
        steps.push_back(at[i] - at[i - 1]);
    if (steps.empty()) return false;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    const double pitch = *middle;
    const auto even = std::count_if(steps.begin(), steps.end(), [&](int step) {
        return std::abs(step - pitch) <= std::max(1.0, kUneven * pitch);
    });
    return even * pitch > kEvenShare * row.width;
}

// Rows of small dots with little white between them, longer than an ellipsis and than a leader in a list.
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
    std::vector<Box> rules = join_pieces(std::move(pieces), em);
    std::erase_if(rules, [&](const Box& rule) {
        return rule.width < kLongStrokeEm * em || !stands_alone(rule, ink, reach) || !evenly_set(rule, dots);
    });
    return rules;
}

// Two thin rules close together are printed as one double rule.
std::vector<Rule> join_doubled(std::vector<Box> boxes, double em) {
    std::sort(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
    std::vector<Rule> rules;
    for (const Box& box : boxes) {
        const auto pairs = [&](const Rule& rule) {
            const int gap = box.top - rule.box.bottom();
            return gap <= em * 0.35 && overlap_x(rule.box, box) >= 0.8 * std::max(rule.box.width, box.width);
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

cv::Mat without_rules(const cv::Mat& ink, const std::vector<Rule>& rules) {
    cv::Mat rest = ink.clone();
    for (const Rule& rule : rules) {
        const Box box = clipped(grown(rule.box, 1), ink);
        if (!box.empty()) rest(to_rect(box)).setTo(0);
    }
    return rest;
}

}  // namespace banwen
