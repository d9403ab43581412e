#include "recognize/spacing.h"

#include <algorithm>
#include <string_view>

namespace banwen {
namespace {

// Marks with their ink at the near side of the cell, so that the far side is white.
constexpr std::u32string_view kClosing = U"，。、；：！？）」』》〉】〕”’,.;:!?)";
constexpr std::u32string_view kOpening = U"（「『《〈【〔“‘(";
constexpr std::u32string_view kCentredWide = U"—…·";

char32_t first_code_point(const std::string& text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<char32_t>(static_cast<unsigned char>(text[i])) : U'\0';
    };
    const char32_t lead = byte(0);
    if (lead < 0xC0) return lead;
    if (lead < 0xE0) return (lead & 0x1F) << 6 | (byte(1) & 0x3F);
    if (lead < 0xF0) return (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    return (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
}

bool holds(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

// A glyph on the line's own axis.
struct Extent {
    double start = 0;
    double end = 0;
    char32_t character = 0;
    bool wide = false;  // fills a Han character's cell

    bool is_han() const { return wide && character >= 0x3040 && character < 0xFF00; }
};

bool is_wide(char32_t c) {
    return c >= 0x2E80 || (c > 0x7F && (holds(kClosing, c) || holds(kOpening, c) || holds(kCentredWide, c)));
}

Extent extent_of(const Glyph& glyph, WritingMode mode) {
    const char32_t c = glyph.readings.empty() ? 0 : first_code_point(glyph.readings.front().text);
    const Box& box = glyph.box;
    if (mode == WritingMode::vertical)
        return {static_cast<double>(box.top), static_cast<double>(box.bottom()), c, is_wide(c)};
    return {static_cast<double>(box.left), static_cast<double>(box.right()), c, is_wide(c)};
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// The size of a Han character along the line: type may be set narrow or wide.
double em_along(const std::vector<Extent>& extents, double type_size) {
    std::vector<double> sizes;
    for (const Extent& extent : extents)
        if (extent.is_han()) sizes.push_back(extent.end - extent.start);
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

Bearings bearings(const Extent& extent, double em) {
    if (!extent.wide) return {em * 0.25, em * 0.25};
    const double white = std::max(0.0, em - (extent.end - extent.start));
    if (holds(kClosing, extent.character)) return {white / 2, white};
    if (holds(kOpening, extent.character)) return {white, white / 2};
    return {white / 2, white / 2};
}

// What stands between each two neighbours beyond their own cells; the first value is for the second glyph.
std::vector<double> gaps_between(const std::vector<Extent>& extents, double em) {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < extents.size(); ++i)
        gaps.push_back(extents[i].start - extents[i - 1].end - bearings(extents[i - 1], em).after -
                       bearings(extents[i], em).before);
    return gaps;
}

// How much wider than solid the line is set throughout, as in a headline spread over its measure.
double usual_gap(const std::vector<Extent>& extents, const std::vector<double>& gaps) {
    std::vector<double> of_han;
    for (std::size_t i = 1; i < extents.size(); ++i)
        if (extents[i - 1].is_han() && extents[i].is_han()) of_han.push_back(gaps[i - 1]);
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
    std::vector<Extent> extents;
    for (const Glyph& glyph : glyphs)
        extents.push_back(extent_of(glyph, options.mode));
    const double em = em_along(extents, options.type_size);
    const std::vector<double> gaps = gaps_between(extents, em);
    const double least = usual_gap(extents, gaps) + options.min_gap_em * em;
    const bool spread = are_spread(extents, glyphs);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (i == 0)
            glyphs[i].space_before = false;
        else if (extents[i].wide || extents[i - 1].wide)
            glyphs[i].space_before = gaps[i - 1] >= least;
        else
            glyphs[i].space_before = glyphs[i].space_before && !spread;
    }
    return glyphs;
}

}  // namespace banwen
