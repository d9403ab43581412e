#include "layout/find_columns.h"

#include <algorithm>
#include <cmath>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kLargestStepEm = 1.15;  // white between two lines of one column
constexpr double kSlackEm = 1.0;         // a line may stick out of the measure by this much
constexpr double kIndentEm = 3.0;        // first lines begin up to this far inside the measure

void add_line(Region& region, const LineBox& line) {
    region.box = bounding(region.box, line.box);
    region.lines.push_back(line);
}

// The wall's box and the white between two boxes share more than a sliver.
bool wall_between(const Box& upper, const Box& lower, const std::vector<Box>& walls) {
    const int left = std::max(upper.left, lower.left), right = std::min(upper.right(), lower.right());
    const int top = upper.top + upper.height / 2, bottom = lower.top + lower.height / 2;
    const Box gap{left, top, right - left, bottom - top};
    return std::any_of(walls.begin(), walls.end(), [&](const Box& wall) {
        return overlap_x(wall, gap) > 0.3 * gap.width && overlap_y(wall, gap) > 0;
    });
}

// A gutter runs down through the whole height of the strip between two positions on a row.
bool gutter_in(const cv::Mat& gutters, int from, int to, const Box& row) {
    const Box strip =
        clipped({from, row.top + row.height / 4, to - from, std::max(1, row.height / 2)}, gutters);
    if (strip.empty()) return false;
    cv::Mat least;
    cv::reduce(gutters(to_rect(strip)), least, 0, cv::REDUCE_MIN);
    return cv::countNonZero(least) > 0;
}

// `narrow` ends at a gutter that `wide` runs past, for another line stands beyond it on the same row: a deck
// over two columns above one of them, say.
bool ends_at_gutter(const Box& narrow, const Box& wide, const std::vector<LineBox>& lines,
                    const cv::Mat& gutters, double em) {
    return std::any_of(lines.begin(), lines.end(), [&](const LineBox& other) {
        const Box& box = other.box;
        if (overlap_y(box, narrow) < 0.5 * std::min(box.height, narrow.height)) return false;
        const bool right = box.left >= narrow.right() && box.left < wide.right() - 0.5 * em;
        const bool left = box.right() <= narrow.left && box.right() > wide.left + 0.5 * em;
        return (right && gutter_in(gutters, narrow.right(), box.left, narrow)) ||
               (left && gutter_in(gutters, box.right(), narrow.left, narrow));
    });
}

bool continues(const Region& region, const LineBox& line, const std::vector<LineBox>& lines,
               const std::vector<Box>& walls, const cv::Mat& gutters, double em) {
    const LineBox& last = region.lines.back();
    const int step = line.box.top - last.box.bottom();
    if (step > kLargestStepEm * em || step < -0.45 * em) return false;
    if (line.box.top <= last.box.top + 0.5 * em) return false;
    if (overlap_x(region.box, line.box) < 0.75 * std::min(region.box.width, line.box.width)) return false;
    const bool same_left = std::abs(line.box.left - region.box.left) <= kIndentEm * em;
    const bool inside =
        line.box.left >= region.box.left && line.box.right() <= region.box.right() + kSlackEm * em;
    if (!same_left && !inside) return false;
    // A short piece far from both sides of a wide column is something else: a label, a number in a table.
    const bool stray = line.box.left - region.box.left > 0.5 * region.box.width &&
                       line.box.width < 0.3 * region.box.width &&
                       region.box.right() - line.box.right() > 2 * em;
    if (stray) return false;
    if (ends_at_gutter(line.box, region.box, lines, gutters, em) ||
        ends_at_gutter(last.box, line.box, lines, gutters, em))
        return false;
    return !wall_between(last.box, line.box, walls);
}

// Pieces of one printed line that stand side by side inside the column's measure.
bool same_row(const Region& region, const LineBox& line, const cv::Mat& gutters, double em) {
    const LineBox& last = region.lines.back();
    const bool level = overlap_y(last.box, line.box) > 0.5 * std::min(last.box.height, line.box.height);
    const int gap = std::max(line.box.left, last.box.left) - std::min(line.box.right(), last.box.right());
    const bool inside =
        line.box.left >= region.box.left - kSlackEm * em && line.box.right() <= region.box.right() + 0.5 * em;
    if (!level || !inside || gap <= 0 || gap > 6 * em || region.lines.size() < 2) return false;
    const int from = std::min(line.box.right(), last.box.right());
    return !gutter_in(gutters, from, from + gap, line.box);
}

double median_weight(const std::vector<LineBox>& lines) {
    std::vector<double> weights;
    for (const LineBox& line : lines)
        weights.push_back(line.weight);
    if (weights.empty()) return 0;
    const auto middle = weights.begin() + static_cast<std::ptrdiff_t>(weights.size() / 2);
    std::nth_element(weights.begin(), middle, weights.end());
    return *middle;
}

// The first line of a paragraph that opens in bold type: set in, and full.
bool opens_paragraph(int left, int right, double em) {
    return left > 1.2 * em && left < kIndentEm * em && right < 0.6 * em;
}

// Much heavier than the lines around it, or centred in the measure and a little heavier or larger. `body`:
// the weight of body lines where they are heaviest, on the page or in the region.
bool is_crosshead(const Region& region, const LineBox& line, double body, double em) {
    const int left = line.box.left - region.box.left, right = region.box.right() - line.box.right();
    if (region.lines.size() < 3 || opens_paragraph(left, right, em)) return false;
    if (line.weight > 1.35 * body && line.box.width > 4 * em) return true;
    if (left < 0.8 * em || std::abs(left - right) > 1.3 * em) return false;
    const bool heavy = line.weight > 1.2 * body || line.box.height > 1.2 * em;
    return heavy || (left > 3.5 * em && right > 3.5 * em && line.weight > 1.08 * body);
}

// Cuts the cross-heads out of a region; its measure stays that of the whole column.
std::vector<Region> cut_at_crossheads(const Region& region, double body_weight, double em) {
    std::vector<Region> parts;
    // A column that is printed with more ink than the others is not made of cross-heads.
    const double body = std::max(body_weight, median_weight(region.lines));
    for (const LineBox& line : region.lines) {
        const RegionKind kind =
            is_crosshead(region, line, body, em) ? RegionKind::crosshead : RegionKind::body;
        if (parts.empty() || parts.back().kind != kind)
            parts.push_back({.kind = kind, .box = {}, .lines = {}});
        add_line(parts.back(), line);
    }
    for (Region& part : parts) {
        part.box.left = region.box.left;
        part.box.width = region.box.width;
    }
    return parts;
}

}  // namespace

std::vector<Region> find_columns(std::vector<LineBox> lines, const std::vector<Box>& walls,
                                 const cv::Mat& gutters, double em) {
    std::sort(lines.begin(), lines.end(),
              [](const LineBox& a, const LineBox& b) { return a.box.top < b.box.top; });
    std::vector<Region> regions;
    for (const LineBox& line : lines) {
        const auto row = std::find_if(regions.begin(), regions.end(),
                                      [&](const Region& r) { return same_row(r, line, gutters, em); });
        if (row != regions.end()) {
            LineBox& last = row->lines.back();
            last.box = bounding(last.box, line.box);
            row->box = bounding(row->box, line.box);
            continue;
        }
        Region* best = nullptr;
        for (Region& region : regions)
            if (continues(region, line, lines, walls, gutters, em) &&
                (!best || overlap_x(region.box, line.box) > overlap_x(best->box, line.box)))
                best = &region;
        if (best)
            add_line(*best, line);
        else
            regions.push_back({.kind = RegionKind::body, .box = line.box, .lines = {line}});
    }
    std::vector<LineBox> all;
    for (const Region& region : regions)
        all.insert(all.end(), region.lines.begin(), region.lines.end());
    const double body_weight = median_weight(all);
    std::vector<Region> cut;
    for (const Region& region : regions)
        for (Region& part : cut_at_crossheads(region, body_weight, em))
            cut.push_back(std::move(part));
    return cut;
}

}  // namespace banwen
