#include "clean/remove_specks.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "clean/find_marks.h"

namespace banwen {
namespace {

constexpr double kPepperSize = 0.09;  // characters: tiny marks that are counted as pepper when alone
constexpr double kLoneMargin = 0.12;  // characters around a speck that must be free of other ink
constexpr double kSpeckMargin = 0.06;  // … for it to be removed: pepper stands close to pepper and to strokes
constexpr int kLeastMargin = 3;        // px; in small print the dot of an i is as near to its stem
constexpr double kCleanShare = 0.004;  // lone tiny marks among all marks on a clean page
constexpr double kDirtyShare = 0.3;    // … and on a page so dirty that all limits are at their widest
constexpr double kSmallLimit = 0.075;  // characters: largest speck removed on a hardly peppery page
constexpr double kLargeLimit = 0.095;  // … on a very peppery one; a centred dot (·) is 0.12 and more

double size_of(const Mark& mark) {
    return std::max(mark.box.width, mark.box.height);
}

bool is_alone(const GrayImage& ink, const Mark& mark, int margin) {
    const Box around = intersection(grown(mark.box, margin), {0, 0, ink.width, ink.height});
    int set = 0;
    for (int y = around.top; y < around.bottom(); ++y) {
        for (int x = around.left; x < around.right(); ++x)
            set += ink.at(x, y) != 0 ? 1 : 0;
    }
    return set == mark.area;
}

// Largest size in px that a speck may have; 0 on a clean page.
double speck_limit(const GrayImage& ink, const std::vector<Mark>& marks, double type_size) {
    const int margin = std::max(kLeastMargin, static_cast<int>(kLoneMargin * type_size));
    double lone = 0;
    for (const Mark& mark : marks) {
        if (size_of(mark) <= kPepperSize * type_size && is_alone(ink, mark, margin)) lone += 1;
    }
    const double share = marks.empty() ? 0 : lone / static_cast<double>(marks.size());
    if (share < kCleanShare) return 0;
    const double dirt = std::min(1.0, (share - kCleanShare) / (kDirtyShare - kCleanShare));
    return type_size * (kSmallLimit + dirt * (kLargeLimit - kSmallLimit));
}

// The speck's faint edge lies outside of the ink, so a pixel around it goes too.
void whiten(PagePixels& page, const Mark& mark) {
    const Box area = intersection(grown(mark.box, 1), {0, 0, page.ink.width, page.ink.height});
    for (int y = area.top; y < area.bottom(); ++y) {
        for (int x = area.left; x < area.right(); ++x) {
            page.gray.at(x, y) = 255;
            page.ink.at(x, y) = 0;
        }
    }
}

}  // namespace

PagePixels remove_specks(PagePixels page, double type_size) {
    if (page.ink.empty() || type_size <= 0) return page;
    const std::vector<Mark> marks = find_marks(page.ink);
    const double limit = speck_limit(page.ink, marks, type_size);
    if (limit < 1) return page;
    const int margin = std::max(kLeastMargin, static_cast<int>(kSpeckMargin * type_size));
    std::vector<const Mark*> specks;
    for (const Mark& mark : marks) {
        // Looked for before any is taken away, so that two specks side by side both count as company.
        if (size_of(mark) <= limit && is_alone(page.ink, mark, margin)) specks.push_back(&mark);
    }
    for (const Mark* speck : specks)
        whiten(page, *speck);
    return page;
}

}  // namespace banwen
