#include "recognize/spacing.h"

#include <algorithm>

#include "core/characters.h"
#include "recognize/character_shape.h"

namespace banwen {
namespace {

// A glyph on the line's own axis.
struct Extent {
    double start = 0;
    double end = 0;
    char32_t character = 0;
    bool wide = false;  // fills a Han character's cell

    bool fills_cell() const { return wide && is_han(character); }
};

Extent extent_of(const Glyph& glyph, WritingMode mode) {
    const char32_t c = character_of(glyph);
    const Box& box = glyph.box;
    if (mode == WritingMode::vertical)
        return {static_cast<double>(box.top), static_cast<double>(box.bottom()), c, is_full_width(c)};
    return {static_cast<double>(box.left), static_cast<double>(box.right()), c, is_full_width(c)};
}

// Engines give the comma of ASCII for a full-width one: beside Han characters every mark may have a wide
// cell.
std::vector<Extent> extents_of(const std::vector<Glyph>& glyphs, WritingMode mode) {
    std::vector<Extent> extents;
    for (const Glyph& glyph : glyphs)
        extents.push_back(extent_of(glyph, mode));
    const bool has_han =
        std::any_of(extents.begin(), extents.end(), [](const Extent& each) { return each.fills_cell(); });
    for (Extent& extent : extents)
        extent.wide = extent.wide || (has_han && is_mark(extent.character));
    return extents;
}

// Of an even number of values the smaller one in the middle; not for none.
double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// The size of a Han character along the line: type may be set narrow or wide.
double em_along(const std::vector<Extent>& extents, double type_size) {
    std::vector<double> sizes;
    for (const Extent& extent : extents)
        if (extent.fills_cell()) sizes.push_back(extent.end - extent.start);
    constexpr std::size_t kEnough = 4;
    constexpr double kInkShare = 0.9;  // of its cell that a Han character fills
    if (sizes.size() < kEnough) return type_size;
    return median(sizes) / kInkShare;
}

// White that belongs to the cell itself, before and after its ink. Where that cannot be known it is taken
// generously: a space too few is read over, a space too many splits a word.
struct Bearings {
    double before = 0;
    double after = 0;
};

Bearings bearings(const Extent& extent, double em, double narrow_bearing) {
    if (!extent.wide) return {narrow_bearing, narrow_bearing};
    const double white = std::max(0.0, em - (extent.end - extent.start));
    if (is_closing_mark(extent.character)) return {white / 2, white};
    if (is_opening_mark(extent.character)) return {white, white / 2};
    return {white / 2, white / 2};
}

// Digits may be set close or in full-width cells: what stands between two of them tells.
double bearing_of_narrow(const std::vector<Extent>& extents, double em) {
    std::vector<double> whites;
    for (std::size_t i = 1; i < extents.size(); ++i)
        if (!extents[i - 1].wide && !extents[i].wide) whites.push_back(extents[i].start - extents[i - 1].end);
    return whites.empty() ? em * 0.25 : std::clamp(median(whites) / 2, em * 0.05, em * 0.3);
}

// What stands between each two neighbours beyond their own cells; the first value is for the second glyph.
std::vector<double> gaps_between(const std::vector<Extent>& extents, double em) {
    const double narrow = bearing_of_narrow(extents, em);
    std::vector<double> gaps;
    for (std::size_t i = 1; i < extents.size(); ++i)
        gaps.push_back(extents[i].start - extents[i - 1].end - bearings(extents[i - 1], em, narrow).after -
                       bearings(extents[i], em, narrow).before);
    return gaps;
}

// How much wider than solid the line is set throughout, as in a headline spread over its measure.
double usual_gap(const std::vector<Extent>& extents, const std::vector<double>& gaps) {
    std::vector<double> of_han;
    for (std::size_t i = 1; i < extents.size(); ++i)
        if (extents[i - 1].fills_cell() && extents[i].fills_cell()) of_han.push_back(gaps[i - 1]);
    return of_han.empty() ? 0 : std::max(0.0, median(of_han));
}

// Full-width digits stand apart as words do; an engine then reports a space at almost each of them.
bool are_spread(const std::vector<Extent>& extents, const std::vector<Glyph>& glyphs) {
    int pairs = 0, spaces = 0, wide = 0;
    for (std::size_t i = 0; i < extents.size(); ++i) {
        wide += extents[i].wide ? 1 : 0;
        if (i == 0 || extents[i].wide || extents[i - 1].wide) continue;
        ++pairs;
        spaces += glyphs[i].space_before ? 1 : 0;
    }
    return wide > 0 && pairs >= 2 && spaces * 10 > pairs * 6;
}

}  // namespace

std::vector<Glyph> with_spaces(std::vector<Glyph> glyphs, const SpacingOptions& options) {
    const std::vector<Extent> extents = extents_of(glyphs, options.mode);
    const double em = em_along(extents, options.type_size);
    const std::vector<double> gaps = gaps_between(extents, em);
    const double least = usual_gap(extents, gaps) + options.min_gap_em * em;
    const bool spread = are_spread(extents, glyphs);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (i == 0)
            glyphs[i].space_before = false;
        else if (extents[i].wide || extents[i - 1].wide)
            glyphs[i].space_before = gaps[i - 1] >= least && !is_closing_mark(extents[i].character) &&
                                     !is_opening_mark(extents[i - 1].character);
        else
            glyphs[i].space_before = glyphs[i].space_before && !spread;
    }
    return glyphs;
}

}  // namespace banwen
