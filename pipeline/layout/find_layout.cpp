#include "layout/find_layout.h"

#include <algorithm>
#include <cmath>

#include "core/quarter_turn.h"
#include "layout/classify_regions.h"
#include "layout/components.h"
#include "layout/find_bands.h"
#include "layout/find_columns.h"
#include "layout/find_frames.h"
#include "layout/find_gutters.h"
#include "layout/find_headlines.h"
#include "layout/find_holes.h"
#include "layout/find_lines.h"
#include "layout/find_pictures.h"
#include "layout/find_rules.h"
#include "layout/find_side_decks.h"
#include "layout/find_upright_text.h"
#include "layout/hanging_marks.h"
#include "layout/join_decks.h"
#include "layout/leave_dirt.h"
#include "layout/leave_margins.h"
#include "layout/leave_tint.h"
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

Region label_region(const Label& label) {
    const bool down = label.type.height > 1.8 * label.type.width;
    const double size = down ? label.type.width : label.type.height;
    return {.kind = RegionKind::headline,
            .mode = down ? WritingMode::vertical : WritingMode::horizontal,
            .box = label.box,
            .lines = {{label.type, size, true}}};
}

// The innermost frame: frames stand in order of size.
int frame_around(const Box& box, const std::vector<Frame>& frames) {
    for (std::size_t i = 0; i < frames.size(); ++i)
        if (share_inside(box, frames[i].box) > 0.9) return static_cast<int>(i);
    return -1;
}

// Ink is lower than its character's cell by the same share on every line; the body's lines tell by how
// much.
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

// The page's ink without rules, pictures, labels, holes and dust: type of all sizes. The type of bands is
// dark in it.
cv::Mat type_on(const cv::Mat& ink, const Layout& layout, const DarkAreas& dark) {
    cv::Mat type = without_rules(ink, layout.rules, layout.type_size);
    const int rim = static_cast<int>(0.3 * layout.type_size);
    for (const Picture& picture : layout.pictures)
        erase_inside(type, grown(picture.box, rim));
    for (const Label& label : dark.labels)
        erase_inside(type, grown(label.box, 2));
    for (const Box& band : dark.bands)
        erase_inside(type, grown(band, 2));
    for (const Box& hole : find_holes(type, layout.type_size, layout.dpi))
        erase_inside(type, hole);
    type = leave_tint(with_light_type(type, ink, dark.bands), layout.type_size);
    return without_dust(type, layout.type_size);
}

// Lines and columns of body type; `text`: the type without headlines, `walls`: what no column passes.
struct BodyText {
    std::vector<Region> regions;
    double line_pitch = 0;
};

BodyText find_body(const cv::Mat& text, const std::vector<Box>& walls, const std::vector<Rule>& rules,
                   const std::vector<HeadlineLine>& headlines, double em, const LayoutOptions& options) {
    const cv::Mat gutters = find_gutters(text, walls, rules, em, options);
    std::vector<LineBox> lines = find_lines(text, gutters, em);
    const double pitch = usual_pitch(boxes_of(lines), em);
    lines = join_decks(std::move(lines), headlines, em, pitch);
    measure_type(lines, text, em);
    return {find_columns(std::move(lines), walls, gutters, em), pitch};
}

// Lines of one text are set in one size; how thick each is also depends on its characters and on specks.
void set_in_one_size(std::vector<Region>& regions) {
    std::vector<double> sizes;
    for (const Region& region : regions)
        for (const LineBox& line : region.lines)
            sizes.push_back(line.type_size);
    if (sizes.empty()) return;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    constexpr double kLike = 0.35;
    for (Region& region : regions)
        for (LineBox& line : region.lines)
            if (std::abs(line.type_size - *middle) < kLike * *middle) line.type_size = *middle;
}

constexpr double kFootEm = 1.5;  // below an area of text that is set down, where stops may hang

// An area of text set down is read like any other after a quarter turn, which makes its lines run across.
std::vector<Region> find_upright_body(const cv::Mat& text, const Box& area, double em,
                                      const LayoutOptions& options) {
    const auto turned = [&](const Box& box) {
        cv::Mat image;
        cv::rotate(text(to_rect(clipped(box, text))), image, cv::ROTATE_90_COUNTERCLOCKWISE);
        return image;
    };
    const Box with_foot{area.left, area.top, area.width, area.height + static_cast<int>(kFootEm * em)};
    std::vector<Region> regions = with_hanging_marks(find_body(turned(area), {}, {}, {}, em, options).regions,
                                                     turned(with_foot), WritingMode::vertical, em);
    set_in_one_size(regions);
    const auto on_page = [&](const Box& box) {
        Box back = turned_back(box, area.width);
        back.left += area.left;
        back.top += area.top;
        return back;
    };
    for (Region& region : regions) {
        region.mode = WritingMode::vertical;
        region.box = on_page(region.box);
        for (LineBox& line : region.lines)
            line.box = on_page(line.box);
    }
    return regions;
}

// The headlines, with decks beside those that are set down; not the lines of text that is set down itself.
std::vector<HeadlineLine> with_side_decks(std::vector<HeadlineLine> headlines,
                                          const std::vector<Component>& pieces,
                                          const std::vector<Box>& obstacles, const std::vector<Box>& upright,
                                          double em) {
    for (const HeadlineLine& deck : find_side_decks(pieces, headlines, obstacles, em))
        if (std::none_of(upright.begin(), upright.end(),
                         [&](const Box& area) { return share_inside(deck.box, area) > 0.5; }))
            headlines.push_back(deck);
    return headlines;
}

// A band's edges part what stands in it from what stands outside.
std::vector<Box> edges_of(const Box& band) {
    constexpr int kThick = 3;
    return {{band.left, band.top, band.width, kThick},
            {band.left, band.bottom() - kThick, band.width, kThick},
            {band.left, band.top, kThick, band.height},
            {band.right() - kThick, band.top, kThick, band.height}};
}

void mark_reversed(std::vector<Region>& regions, const std::vector<Box>& bands) {
    for (Region& region : regions)
        for (LineBox& line : region.lines)
            for (const Box& band : bands)
                if (share_inside(line.box, band) > 0.8) line.reversed = true;
}

// Columns and headlines from the type.
void find_regions(Layout& layout, const cv::Mat& type, const DarkAreas& dark, const LayoutOptions& options) {
    const double em = layout.type_size;
    std::vector<Box> walls = walls_of(layout);
    for (const Box& band : dark.bands)
        for (const Box& edge : edges_of(band))
            walls.push_back(edge);
    std::vector<Box> obstacles = walls;
    for (const Rule& rule : layout.rules)
        if (!rule.horizontal()) obstacles.push_back(rule.box);
    const std::vector<Component> pieces = find_components(type);
    std::vector<HeadlineLine> headlines = find_headlines(pieces, obstacles, em, options);
    cv::Mat body = type.clone();
    for (const HeadlineLine& line : headlines)
        erase_inside(body, line.box);
    const std::vector<Box> upright = find_upright_areas(body, obstacles, em);
    headlines = with_side_decks(std::move(headlines), pieces, obstacles, upright, em);
    for (const HeadlineLine& line : headlines) {
        walls.push_back(line.box);
        erase_inside(body, line.box);
    }
    for (const Label& label : dark.labels)
        walls.push_back(label.box);
    for (const Box& area : upright) {
        for (Region& region : find_upright_body(body, area, em, options))
            layout.regions.push_back(std::move(region));
        erase_inside(body, area);
        walls.push_back(area);
    }

    BodyText text = find_body(body, walls, layout.rules, headlines, em, options);
    text.regions = with_hanging_marks(std::move(text.regions), body, WritingMode::horizontal, em);
    layout.line_pitch = text.line_pitch;
    headlines = part_headlines(std::move(headlines), type, text.regions, em);
    for (Region& region : text.regions)
        layout.regions.push_back(std::move(region));
    for (const HeadlineLine& line : headlines)
        layout.regions.push_back(headline_region(line));
    for (const Label& label : dark.labels)
        layout.regions.push_back(label_region(label));
}

}  // namespace

Layout find_layout(const CleanPage& page, const LayoutOptions& options) {
    Layout layout{.width = page.gray.width,
                  .height = page.gray.height,
                  .dpi = page.dpi,
                  .type_size = page.type_size.value};
    const double em = layout.type_size;
    if (em < 4 || page.ink.width < 2 * em || page.ink.height < 2 * em) return layout;
    cv::Mat ink = without_border(view_of(page.ink), em);

    layout.rules = find_rules(ink, em, page.dpi, options);
    DarkAreas dark = find_dark_areas(page, without_rules(ink, layout.rules, em), em, options);
    layout.pictures = std::move(dark.pictures);
    std::erase_if(layout.rules, [&](const Rule& rule) { return in_picture(rule.box, layout.pictures); });
    layout.frames = find_frames(layout.rules, em);
    const cv::Mat type = type_on(ink, layout, dark);
    ink.release();
    find_regions(layout, type, dark, options);
    mark_reversed(layout.regions, dark.bands);
    layout.regions = leave_margins(leave_dirt(std::move(layout.regions), layout), layout);
    for (Region& region : layout.regions)
        region.frame = frame_around(region.box, layout.frames);
    return classify_regions(std::move(layout));
}

}  // namespace banwen
