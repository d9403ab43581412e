// A border is set of the same small ornament over and over. Across, it makes a line longer than any measure;
// down, a column narrower than a character in which no white parts the lines. Figures in a column of a table
// are as narrow, but stand apart. A character by itself has others close by; only at the page's head and
// foot, where its number stands, may one be alone.
//
// What this cannot do: short borders across, ornaments as large as characters, and specks in heaps.
#include "layout/leave_dirt.h"

#include <algorithm>

namespace banwen {
namespace {

constexpr double kLongestEm = 70;  // measure
constexpr double kCornerEm = 6;
constexpr double kNarrowEm = 0.75;
constexpr std::size_t kFewest = 6;  // ornaments down
constexpr double kFull = 0.93;      // of their height that is not white
constexpr double kSlim = 2.2;
constexpr double kSpeckEm = 1.5;  // widest speck
constexpr std::size_t kSpeckLines = 3;
constexpr double kAloneEm = 1.3;      // white beside a speck
constexpr double kAloneDownEm = 2.6;  // … and above and below it
constexpr double kHead = 0.1;         // of the page's height, and as much at its foot

bool is_border_across(const LineBox& line, double em) {
    return line.box.width > kLongestEm * em && line.box.height < 1.5 * em;
}

bool is_border_down(const Region& region, double em) {
    if (region.lines.size() < kFewest || region.mode == WritingMode::vertical) return false;
    int inked = 0;
    Box all;
    std::size_t narrow = 0;
    for (const LineBox& line : region.lines) {
        narrow += line.box.width < kNarrowEm * em ? 1 : 0;
        inked += line.box.height;
        all = bounding(all, line.box);
    }
    // A corner is wider.
    return 10 * narrow >= 9 * region.lines.size() && inked > kFull * all.height;
}

// Taller than any character is for its width.
bool is_scratch(const Region& region) {
    return region.kind == RegionKind::headline && region.mode == WritingMode::horizontal &&
           region.lines.size() == 1 && region.box.height > kSlim * region.box.width;
}

bool may_be_speck(const Region& region, const Layout& layout) {
    return region.kind != RegionKind::headline && region.mode == WritingMode::horizontal &&
           region.box.width < kSpeckEm * layout.type_size && region.lines.size() <= kSpeckLines &&
           region.box.top > kHead * layout.height && region.box.bottom() < (1 - kHead) * layout.height;
}

// Nothing stands near. Figures of a table have others above and below.
bool is_alone(const Region& speck, const std::vector<Region>& regions, double em) {
    const int aside = static_cast<int>(kAloneEm * em), above = static_cast<int>(kAloneDownEm * em);
    const Box around{speck.box.left - aside, speck.box.top - above, speck.box.width + 2 * aside,
                     speck.box.height + 2 * above};
    return std::none_of(regions.begin(), regions.end(), [&](const Region& region) {
        return &region != &speck &&
               std::any_of(region.lines.begin(), region.lines.end(),
                           [&](const LineBox& line) { return !intersection(line.box, around).empty(); });
    });
}

void erase_rows(std::vector<Region>& regions, double em) {
    for (Region& region : regions) {
        if (region.kind == RegionKind::headline) continue;
        const auto removed =
            std::erase_if(region.lines, [em](const LineBox& line) { return is_border_across(line, em); });
        if (removed == 0) continue;
        // Its corners.
        std::erase_if(region.lines, [em](const LineBox& line) { return line.box.width < kCornerEm * em; });
        region.box = {};
        for (const LineBox& line : region.lines)
            region.box = bounding(region.box, line.box);
    }
}

}  // namespace

std::vector<Region> leave_dirt(std::vector<Region> regions, const Layout& layout) {
    const double em = layout.type_size;
    erase_rows(regions, em);
    std::erase_if(regions, [em](const Region& region) {
        return region.lines.empty() || is_border_down(region, em) || is_scratch(region);
    });
    std::vector<Region> sound;
    for (const Region& region : regions)
        if (!may_be_speck(region, layout) || !is_alone(region, regions, em)) sound.push_back(region);
    return sound;
}

}  // namespace banwen
