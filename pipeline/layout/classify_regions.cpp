#include "layout/classify_regions.h"

#include <algorithm>
#include <set>

#include "layout/find_rules.h"

namespace banwen {
namespace {

constexpr double kHeadShare = 0.3;    // the masthead takes at most this share of the page's height
constexpr double kFolioShare = 0.07;  // the folio line at most this
constexpr double kBoxShare = 0.5;     // a box in the head is narrower than this share of the page
constexpr int kCaptionLines = 6;

// Bottom of the head: the lowest rule across most of the page that has no body column above it. 0 where there
// is none.
int head_bottom(const Layout& layout) {
    Box type;
    for (const Region& region : layout.regions)
        type = bounding(type, region.box);
    int bottom = 0;
    for (const Box& rule : whole_rules_across(layout.rules, layout.type_size)) {
        if (rule.width < 0.6 * type.width) continue;
        if (rule.top > kHeadShare * layout.height || rule.bottom() < bottom) continue;
        const bool below_body =
            std::any_of(layout.regions.begin(), layout.regions.end(), [&](const Region& r) {
                return r.kind == RegionKind::body && r.lines.size() >= 6 && r.box.top < rule.top;
            });
        if (!below_body) bottom = rule.bottom();
    }
    return bottom;
}

bool is_caption(const Region& region, const Layout& layout) {
    const double em = layout.type_size;
    const bool running = region.kind == RegionKind::body || region.kind == RegionKind::crosshead;
    if (!running || region.lines.size() > kCaptionLines) return false;
    return std::any_of(layout.pictures.begin(), layout.pictures.end(), [&](const Picture& picture) {
        const int gap = region.box.top - picture.box.bottom();
        const bool below = gap > -em && gap < 1.6 * em;
        const bool within = region.box.left > picture.box.left - 1.5 * em &&
                            region.box.right() < picture.box.right() + 1.5 * em;
        return (below && within) || share_inside(region.box, picture.box) > 0.8;
    });
}

// A box beside the paper's name with a label over it is a list of contents, not a part of the head.
std::set<int> labelled_frames(const Layout& layout) {
    std::set<int> frames;
    for (const Region& region : layout.regions)
        if (region.frame >= 0 && region.lines.size() == 1 && region.lines.front().reversed &&
            layout.frames[static_cast<std::size_t>(region.frame)].box.width < kBoxShare * layout.width)
            frames.insert(region.frame);
    return frames;
}

}  // namespace

Layout classify_regions(Layout layout) {
    const int head = head_bottom(layout);
    const RegionKind head_kind =
        head > kFolioShare * layout.height ? RegionKind::masthead : RegionKind::folio;
    const std::set<int> boxes = labelled_frames(layout);
    for (Region& region : layout.regions) {
        if (region.box.bottom() <= head + layout.type_size * 0.5 && !boxes.contains(region.frame))
            region.kind = head_kind;
        else if (is_caption(region, layout))
            region.kind = RegionKind::caption;
    }
    return layout;
}

}  // namespace banwen
