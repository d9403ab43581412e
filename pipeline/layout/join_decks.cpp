#include "layout/join_decks.h"

#include <algorithm>
#include <cmath>

namespace banwen {
namespace {

constexpr double kBelowEm = 2.2;    // white between a headline and its deck
constexpr double kGapEm = 2.6;      // white between the pieces of a deck
constexpr double kMoreWhite = 1.3;  // white below a deck, against that between body lines

// The lines of the first row below the headline, from left to right.
std::vector<std::size_t> first_row(const std::vector<LineBox>& lines, const Box& headline, double em) {
    const Box slab{headline.left - static_cast<int>(em), headline.bottom() - static_cast<int>(em / 4),
                   headline.width + static_cast<int>(2 * em), static_cast<int>(kBelowEm * em)};
    std::vector<std::size_t> row;
    int top = slab.bottom();
    for (const LineBox& line : lines)
        if (line.box.top >= slab.top && line.box.left < slab.right() && line.box.right() > slab.left)
            top = std::min(top, line.box.top);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Box& box = lines[i].box;
        if (box.top >= slab.top && std::abs(box.top - top) < 0.35 * em && share_inside(box, slab) > 0.5)
            row.push_back(i);
    }
    std::sort(row.begin(), row.end(),
              [&](std::size_t a, std::size_t b) { return lines[a].box.left < lines[b].box.left; });
    return row;
}

int white_below(const Box& box, const std::vector<LineBox>& lines, double em) {
    int white = static_cast<int>(3 * em);
    for (const LineBox& line : lines)
        if (overlap_x(line.box, box) > 0.3 * box.width && line.box.top >= box.bottom() - 3)
            white = std::min(white, line.box.top - box.bottom());
    return white;
}

bool is_deck(const std::vector<std::size_t>& row, const std::vector<LineBox>& lines, const Box& headline,
             double em, double pitch) {
    Box all;
    for (std::size_t k = 0; k < row.size(); ++k) {
        const Box& box = lines[row[k]].box;
        if (k > 0 && box.left - all.right() > kGapEm * em) return false;
        if (white_below(box, lines, em) < kMoreWhite * (pitch - em) + 0.1 * em) return false;
        all = bounding(all, box);
    }
    return std::abs(all.center().x - headline.center().x) < 1.2 * em && all.width < headline.width + 2 * em;
}

}  // namespace

std::vector<LineBox> join_decks(std::vector<LineBox> lines, const std::vector<HeadlineLine>& headlines,
                                double em, double pitch) {
    for (const HeadlineLine& headline : headlines) {
        if (headline.mode != WritingMode::horizontal) continue;
        std::vector<std::size_t> row = first_row(lines, headline.box, em);
        if (row.size() < 2 || !is_deck(row, lines, headline.box, em, pitch)) continue;
        for (std::size_t k = 1; k < row.size(); ++k)
            lines[row.front()].box = bounding(lines[row.front()].box, lines[row[k]].box);
        std::sort(row.begin() + 1, row.end(), std::greater<>());
        for (std::size_t k = 1; k < row.size(); ++k)
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(row[k]));
    }
    return lines;
}

}  // namespace banwen
