#include "layout/find_layout.h"

#include <algorithm>

#include "layout/classify_regions.h"
#include "layout/components.h"
#include "layout/find_columns.h"
#include "layout/find_frames.h"
#include "layout/find_gutters.h"
#include "layout/find_headlines.h"
#include "layout/find_lines.h"
#include "layout/find_pictures.h"
#include "layout/find_rules.h"
#include "layout/find_side_decks.h"
#include "layout/join_decks.h"
#include "layout/part_headlines.h"

namespace banwen {
namespace {

void erase_inside(cv::Mat& mask, const Box& box) {
    const Box inside = clipped(box, mask);
    if (!inside.empty()) mask(to_rect(inside)).setTo(0);
}

bool in_picture(const Box& box, const std::vector<Picture>& pictures) {
    return std::any_of(pictures.begin(), pictures.end(),
                       [&](const Picture& p) { return share_inside(box, p.box) > 0.7; });
}

std::vector<Box> walls_of(const Layout& layout) {
    std::vector<Box> walls;
    for (const Rule& rule : layout.rules)
        if (rule.horizontal()) walls.push_back(rule.box);
    for (const Picture& picture : layout.pictures)
        walls.push_back(picture.box);
    return walls;
}

Region headline_region(const HeadlineLine& line) {
    return {.kind = RegionKind::headline,
            .mode = line.mode,
            .box = line.box,
            .lines = {{line.box, line.type_size}}};
}

Region reversed_region(const Box& box) {
    const bool down = box.height > 1.8 * box.width;
    const double size = 0.8 * (down ? box.width : box.height);
    return {.kind = RegionKind::headline,
            .mode = down ? WritingMode::vertical : WritingMode::horizontal,
            .box = box,
            .lines = {{box, size, true}}};
}

// The innermost frame: frames stand in order of size.
int frame_around(const Box& box, const std::vector<Frame>& frames) {
    for (std::size_t i = 0; i < frames.size(); ++i)
        if (share_inside(box, frames[i].box) > 0.9) return static_cast<int>(i);
    return -1;
}

// Ink is lower than its character's cell by the same share on every line; the body's lines tell by how much.
void measure_type(std::vector<LineBox>& lines, const cv::Mat& text, double em) {
    if (lines.empty()) return;
    std::vector<int> heights;
    for (const LineBox& line : lines)
        heights.push_back(line.box.height);
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    for (LineBox& line : lines) {
        line.type_size = em * line.box.height / *middle;
        line.weight = stroke_thickness(text, line.box);
    }
}

std::vector<Box> boxes_of(const std::vector<LineBox>& lines) {
    std::vector<Box> boxes;
    for (const LineBox& line : lines)
        boxes.push_back(line.box);
    return boxes;
}

// The page's ink without rules, pictures, labels and dust: type of all sizes.
cv::Mat type_on(const cv::Mat& ink, const Layout& layout, const std::vector<Box>& labels) {
    cv::Mat type = without_rules(ink, layout.rules);
    const int rim = static_cast<int>(0.3 * layout.type_size);
    for (const Picture& picture : layout.pictures)
        erase_inside(type, grown(picture.box, rim));
    for (const Box& label : labels)
        erase_inside(type, grown(label, 2));
    return without_dust(type, layout.type_size);
}

// Columns and headlines from the type.
void find_regions(Layout& layout, const cv::Mat& type, const std::vector<Box>& labels,
                  const LayoutOptions& options) {
    const double em = layout.type_size;
    std::vector<Box> walls = walls_of(layout), obstacles = walls;
    for (const Rule& rule : layout.rules)
        if (!rule.horizontal()) obstacles.push_back(rule.box);
    const std::vector<Component> pieces = find_components(type);
    std::vector<HeadlineLine> headlines = find_headlines(pieces, obstacles, em, options);
    const std::vector<HeadlineLine> decks = find_side_decks(pieces, headlines, obstacles, em);
    headlines.insert(headlines.end(), decks.begin(), decks.end());
    cv::Mat body = type.clone();
    for (const HeadlineLine& line : headlines) {
        walls.push_back(line.box);
        erase_inside(body, line.box);
    }
    walls.insert(walls.end(), labels.begin(), labels.end());

    const cv::Mat gutters = find_gutters(body, walls, layout.rules, em, options);
    std::vector<LineBox> lines = find_lines(body, gutters, em);
    layout.line_pitch = usual_pitch(boxes_of(lines), em);
    lines = join_decks(std::move(lines), headlines, em, layout.line_pitch);
    measure_type(lines, body, em);
    layout.regions = find_columns(std::move(lines), walls, gutters, em);
    headlines = part_headlines(std::move(headlines), type, layout.regions, em);
    for (const HeadlineLine& line : headlines)
        layout.regions.push_back(headline_region(line));
    for (const Box& label : labels)
        layout.regions.push_back(reversed_region(label));
}

}  // namespace

Layout find_layout(const CleanPage& page, const LayoutOptions& options) {
    Layout layout{.width = page.gray.width,
                  .height = page.gray.height,
                  .dpi = page.dpi,
                  .type_size = page.type_size.value};
    const double em = layout.type_size;
    if (em < 4 || page.ink.width < 2 * em || page.ink.height < 2 * em) return layout;
    const cv::Mat ink = without_border(view_of(page.ink), em);

    DarkAreas dark = find_dark_areas(page, ink, em, options);
    layout.pictures = std::move(dark.pictures);
    layout.rules = find_rules(ink, em, page.dpi, options);
    std::erase_if(layout.rules, [&](const Rule& rule) { return in_picture(rule.box, layout.pictures); });
    layout.frames = find_frames(layout.rules, em);
    find_regions(layout, type_on(ink, layout, dark.reversed), dark.reversed, options);
    for (Region& region : layout.regions)
        region.frame = frame_around(region.box, layout.frames);
    return classify_regions(std::move(layout));
}

}  // namespace banwen
