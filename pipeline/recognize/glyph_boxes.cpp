#include "recognize/glyph_boxes.h"

#include <algorithm>
#include <cmath>

namespace banwen {
namespace {

std::vector<int> column_counts(const GrayImage& ink) {
    std::vector<int> counts(static_cast<std::size_t>(ink.width), 0);
    for (int y = 0; y < ink.height; ++y)
        for (int x = 0; x < ink.width; ++x)
            if (ink.at(x, y) != 0) ++counts[static_cast<std::size_t>(x)];
    return counts;
}

// The column between the middles of two neighbours that is best cut: white, and near their rough border.
int cut_between(const Box& left, const Box& right, const std::vector<int>& counts, int height) {
    const int last = static_cast<int>(counts.size()) - 1;
    const int from = std::clamp(static_cast<int>(left.center().x), 0, last);
    const int to = std::clamp(static_cast<int>(right.center().x), from, last);
    const double border = (left.right() + right.left) / 2.0;
    const double reach = std::max(1, to - from);
    double least = 1e9;
    int best = from;
    for (int x = from; x <= to; ++x) {
        const double cost = counts[static_cast<std::size_t>(x)] / static_cast<double>(height) +
                            0.25 * std::abs(x - border) / reach;
        if (cost < least) {
            least = cost;
            best = x;
        }
    }
    return best;
}

// The smallest box around the ink of the columns [from, to); empty without ink.
Box ink_box(const GrayImage& ink, int from, int to) {
    Box box;
    for (int y = 0; y < ink.height; ++y)
        for (int x = from; x < to; ++x)
            if (ink.at(x, y) != 0) box = bounding(box, {x, y, 1, 1});
    return box;
}

}  // namespace

std::vector<Glyph> fit_boxes(std::vector<Glyph> glyphs, const GrayImage& ink) {
    if (ink.empty()) return glyphs;
    const std::vector<int> counts = column_counts(ink);
    int from = 0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const bool is_last = i + 1 == glyphs.size();
        const int to =
            is_last ? ink.width : cut_between(glyphs[i].box, glyphs[i + 1].box, counts, ink.height);
        const Box exact = ink_box(ink, from, std::max(from, to));
        if (!exact.empty()) glyphs[i].box = exact;
        from = std::max(from, to);
    }
    return glyphs;
}

}  // namespace banwen
