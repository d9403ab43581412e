#include "draw/draw_overlay.h"

#include <algorithm>
#include <map>
#include <string>

#include "draw/canvas.h"
#include "draw/palette.h"
#include "draw/reading_steps.h"

namespace banwen {
namespace {

Point corner_of(const Box& box) {
    return {static_cast<double>(box.left), static_cast<double>(box.top)};
}

void draw_grid(Canvas& canvas, const CleanPage& page, int count) {
    for (int i = 1; i <= count; ++i) {
        const double y = static_cast<double>(page.gray.height) * i / (count + 1);
        canvas.line({0, y}, {static_cast<double>(page.gray.width), y}, kGridColour, 1);
    }
}

void draw_furniture(Canvas& canvas, const Layout& layout) {
    for (const Picture& picture : layout.pictures) {
        canvas.fill(picture.box, kPictureColour, 0.15);
        canvas.outline(picture.box, kPictureColour, 3);
        canvas.cross(picture.box, kPictureColour);
    }
    for (const Frame& frame : layout.frames)
        canvas.outline(grown(frame.box, 4), kFrameColour, 4);
    for (const Rule& rule : layout.rules)
        canvas.fill(rule.box, kRuleColour, 0.8);
}

void draw_regions(Canvas& canvas, const Layout& layout) {
    for (const Region& region : layout.regions) {
        for (const LineBox& line : region.lines)
            canvas.outline(line.box, line.reversed ? kFrameColour : kLineColour, 1);
        canvas.outline(region.box, look_of(region.kind).colour, 2);
    }
}

// After all outlines, so that none runs through a label.
void label_regions(Canvas& canvas, const Layout& layout) {
    for (std::size_t i = 0; i < layout.regions.size(); ++i) {
        const Region& region = layout.regions[i];
        const char* mode = region.mode == WritingMode::vertical ? "v" : "";
        canvas.label(corner_of(region.box), std::to_string(i) + mode, look_of(region.kind).colour);
    }
}

// Glyphs rather than lines: a mistake is rarely a whole line long, and a cut through a character shows.
void draw_glyphs(Canvas& canvas, const std::vector<TextLine>& lines) {
    for (const TextLine& line : lines) {
        if (line.glyphs.empty()) {
            canvas.fill(line.box, confidence_colour(0), 0.5);
            continue;
        }
        for (const Glyph& glyph : line.glyphs) {
            const double best = glyph.readings.empty() ? 0 : glyph.readings.front().confidence;
            canvas.fill(glyph.box, confidence_colour(best), 0.3);
            canvas.outline(glyph.box, confidence_colour(best), 1);
            if (!glyph.space_before) continue;
            const bool down = line.mode == WritingMode::vertical;
            const double length = down ? line.box.width : line.box.height;
            const Point from = corner_of(glyph.box);
            canvas.line(from, down ? Point{from.x + length, from.y} : Point{from.x, from.y + length},
                        kPictureColour, 3);
        }
    }
}

void draw_articles(Canvas& canvas, const std::vector<Article>& articles) {
    const std::vector<ReadingStep> steps = reading_steps(articles);
    for (const ReadingStep& step : steps) {
        canvas.fill(step.box, article_colour(step.article), 0.3);
        canvas.outline(step.box, article_colour(step.article), 2);
    }
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const ReadingStep& before = steps[i - 1];
        const bool same = before.article == steps[i].article;
        const Colour colour = same ? article_colour(before.article) * 0.7 : Colour::all(90);
        canvas.arrow(before.last.center(), steps[i].first.center(), colour, same ? 2 : 1);
    }
    for (const ReadingStep& step : steps)
        canvas.label(corner_of(step.box),
                     std::to_string(step.article + 1) + "." + std::to_string(step.number),
                     article_colour(step.article) * 0.7);
}

void add_layout_legend(std::vector<LegendEntry>& entries, const Layout& layout) {
    std::map<RegionKind, int> counts;
    for (const Region& region : layout.regions)
        ++counts[region.kind];
    for (const auto& [kind, count] : counts)
        entries.push_back({std::to_string(count) + " " + look_of(kind).name, look_of(kind).colour});
    if (!layout.regions.empty()) entries.push_back({"line", kLineColour});
    if (!layout.rules.empty()) entries.push_back({"rule", kRuleColour});
    if (!layout.frames.empty()) entries.push_back({"frame, reversed line", kFrameColour});
    if (!layout.pictures.empty()) entries.push_back({"picture", kPictureColour});
}

std::vector<LegendEntry> legend_of(const Overlay& overlay) {
    std::vector<LegendEntry> entries;
    if (overlay.articles.empty() && overlay.lines.empty()) add_layout_legend(entries, overlay.layout);
    if (!overlay.articles.empty()) {
        for (std::size_t i = 0; i < overlay.articles.size(); ++i)
            entries.push_back({std::to_string(i + 1) + " " + std::string(name_of(overlay.articles[i].type)),
                               article_colour(i)});
        entries.push_back({"line in no article", confidence_colour(0)});
    } else if (!overlay.lines.empty()) {
        entries.push_back({"sure", confidence_colour(1)});
        entries.push_back({"even", confidence_colour(0.5)});
        entries.push_back({"unsure, or nothing read", confidence_colour(0)});
        entries.push_back({"space before", kPictureColour});
    }
    return entries;
}

// The lines of the page that no article took.
std::vector<TextLine> left_over(const Overlay& overlay) {
    std::vector<LineId> taken;
    for (const Article& article : overlay.articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                taken.push_back(line.id);
    std::sort(taken.begin(), taken.end());
    std::vector<TextLine> rest;
    for (const TextLine& line : overlay.lines)
        if (!std::binary_search(taken.begin(), taken.end(), line.id)) rest.push_back(line);
    return rest;
}

}  // namespace

void draw_overlay(const CleanPage& page, const Overlay& overlay, const std::filesystem::path& file,
                  const DrawOptions& options) {
    Canvas canvas(page, options.max_side);
    draw_grid(canvas, page, options.grid);
    draw_furniture(canvas, overlay.layout);
    if (!overlay.articles.empty()) {
        for (const TextLine& line : left_over(overlay))
            canvas.fill(line.box, confidence_colour(0), 0.5);
        draw_articles(canvas, overlay.articles);
    } else {
        draw_regions(canvas, overlay.layout);
        if (overlay.lines.empty()) label_regions(canvas, overlay.layout);
        draw_glyphs(canvas, overlay.lines);
    }
    canvas.add_legend(legend_of(overlay));
    canvas.save(file);
}

}  // namespace banwen
