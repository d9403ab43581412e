#include "layout/leave_margins.h"

#include <algorithm>

namespace banwen {
namespace {

constexpr double kColumnEm = 5;  // no column is narrower
constexpr double kDirtEm = 3;
constexpr std::size_t kColumnLines = 3;

// What nobody takes for dirt.
bool is_sound(const Region& region, double em) {
    if (region.mode == WritingMode::vertical) return true;
    const bool column = region.lines.size() >= kColumnLines || region.kind == RegionKind::headline;
    return column && region.box.width >= kColumnEm * em;
}

}  // namespace

std::vector<Region> leave_margins(std::vector<Region> regions, const Layout& layout) {
    const double em = layout.type_size;
    Box type;
    for (const Region& region : regions)
        if (is_sound(region, em)) type = bounding(type, region.box);
    if (type.empty()) return regions;
    for (const Frame& frame : layout.frames)
        type = bounding(type, frame.box);
    for (const Picture& picture : layout.pictures)
        type = bounding(type, picture.box);
    std::erase_if(regions, [&](const Region& region) {
        const bool beside =
            region.box.right() <= type.left + em / 2 || region.box.left >= type.right() - em / 2;
        return beside && region.box.width < kDirtEm * em && !is_sound(region, em) &&
               !region.lines.front().reversed;
    });
    return regions;
}

}  // namespace banwen
