#include "recognize/recognize_lines.h"

#include <algorithm>
#include <span>
#include <utility>

#include "recognize/character_shape.h"
#include "recognize/glyph_boxes.h"
#include "recognize/line_image.h"
#include "recognize/spacing.h"

namespace banwen {
namespace {

// Engines have been seen to give confidences above 1 and glyphs without text; no later room shall meet them.
std::vector<Glyph> legible(std::vector<Glyph> glyphs) {
    for (Glyph& glyph : glyphs) {
        std::erase_if(glyph.readings, [](const Reading& reading) { return reading.text.empty(); });
        for (Reading& reading : glyph.readings)
            reading.confidence = std::clamp(reading.confidence, 0.0, 1.0);
    }
    std::erase_if(glyphs, [](const Glyph& glyph) { return glyph.readings.empty(); });
    return glyphs;
}

Box scaled_down(const Box& box, double scale) {
    const auto down = [scale](int length) { return static_cast<int>(length / scale); };
    return {down(box.left), down(box.top), std::max(1, down(box.width)), std::max(1, down(box.height))};
}

// The glyphs with those that are known by their shape, in their places along the line; boxes on the page.
std::vector<Glyph> with_marks(std::vector<Glyph> glyphs, const std::vector<ShapedMark>& marks,
                              WritingMode mode) {
    constexpr double kSure = 0.98;
    const auto along = [mode](const Box& box) {
        return mode == WritingMode::vertical ? box.center().y : box.center().x;
    };
    for (const ShapedMark& mark : marks) {
        const auto place = std::find_if(glyphs.begin(), glyphs.end(), [&](const Glyph& glyph) {
            return along(glyph.box) > along(mark.box);
        });
        glyphs.insert(place, {.box = mark.box, .readings = {{mark.text, kSure}}});
    }
    return glyphs;
}

// Engine's glyphs on the strip → glyphs on the page.
std::vector<Glyph> place_glyphs(std::vector<Glyph> glyphs, const CutLine& cut, double scale,
                                WritingMode mode) {
    glyphs = legible(std::move(glyphs));
    for (Glyph& glyph : glyphs)
        glyph.box = scaled_down(glyph.box, scale);
    glyphs = fit_boxes(std::move(glyphs), cut.ink, cut.type_size);
    for (Glyph& glyph : glyphs) {
        if (is_turned(cut, glyph.box)) glyph = as_turned_mark(std::move(glyph));
        glyph.box = on_page(cut, glyph.box);
    }
    return with_marks(std::move(glyphs), cut.marks, mode);
}

// Every line of the layout, nothing read yet.
std::vector<TextLine> unread_lines(const Layout& layout, int page_number) {
    std::vector<TextLine> lines;
    for (std::size_t r = 0; r < layout.regions.size(); ++r) {
        const Region& region = layout.regions[r];
        for (const LineBox& line : region.lines)
            lines.push_back({.id = {page_number, static_cast<int>(lines.size())},
                             .region = static_cast<int>(r),
                             .kind = region.kind,
                             .mode = region.mode,
                             .box = line.box,
                             .measure = region.box,
                             .type_size = line.type_size,
                             .glyphs = {}});
    }
    return lines;
}

// Lines are cut and read some hundreds at a time: enough for an engine that reads many at once, and few
// enough that their images take little memory.
constexpr std::size_t kLinesAtOnce = 256;

void read_some(const CleanPage& page, std::span<TextLine> lines, std::span<const LineBox> boxes,
               Recognizer& recognizer, const RecognizeOptions& options) {
    const Look look{.height = recognizer.line_height() > 0 ? recognizer.line_height() : options.line_height};
    std::vector<CutLine> cuts;
    std::vector<LineImage> images;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        cuts.push_back(cut_line(page, boxes[i], lines[i].mode, {}));
        images.push_back(look_at(cuts.back(), look));
    }
    std::vector<std::vector<Glyph>> glyphs = recognizer.read_lines(images);
    glyphs.resize(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!images[i].gray.empty() || !cuts[i].marks.empty())
            lines[i].glyphs = with_spaces(
                place_glyphs(std::move(glyphs[i]), cuts[i], scale_of(cuts[i], look), lines[i].mode),
                {lines[i].mode, lines[i].type_size, options.min_gap_em});
}

}  // namespace

std::vector<TextLine> recognize_lines(const CleanPage& page, const Layout& layout, int page_number,
                                      Recognizer& recognizer, const RecognizeOptions& options) {
    std::vector<TextLine> lines = unread_lines(layout, page_number);
    std::vector<LineBox> boxes;
    for (const Region& region : layout.regions)
        boxes.insert(boxes.end(), region.lines.begin(), region.lines.end());
    recognizer.use_threads(options.threads);
    for (std::size_t begin = 0; begin < lines.size(); begin += kLinesAtOnce) {
        const std::size_t count = std::min(kLinesAtOnce, lines.size() - begin);
        read_some(page, std::span(lines).subspan(begin, count), std::span(boxes).subspan(begin, count),
                  recognizer, options);
    }
    return lines;
}

}  // namespace banwen
