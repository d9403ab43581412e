#include "recognize/recognize_lines.h"

#include <algorithm>
#include <utility>

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

std::vector<Glyph> read_glyphs(const CutLine& cut, Recognizer& recognizer) {
    std::vector<Glyph> glyphs = legible(recognizer.read_line(cut.image));
    for (Glyph& glyph : glyphs)
        glyph.box = scaled_down(glyph.box, cut.scale);
    glyphs = fit_boxes(std::move(glyphs), cut.ink, cut.image.type_size / cut.scale);
    for (Glyph& glyph : glyphs)
        glyph.box = on_page(cut, glyph.box);
    return glyphs;
}

}  // namespace

std::vector<TextLine> recognize_lines(const CleanPage& page, const Layout& layout, int page_number,
                                      Recognizer& recognizer, const RecognizeOptions& options) {
    std::vector<TextLine> lines;
    for (std::size_t r = 0; r < layout.regions.size(); ++r) {
        const Region& region = layout.regions[r];
        for (const LineBox& line : region.lines) {
            const CutLine cut = cut_line(page, line, region.mode, {.line_height = options.line_height});
            std::vector<Glyph> glyphs;
            if (!cut.image.gray.empty())
                glyphs = with_spaces(read_glyphs(cut, recognizer),
                                     {region.mode, line.type_size, options.min_gap_em});
            lines.push_back({.id = {page_number, static_cast<int>(lines.size())},
                             .region = static_cast<int>(r),
                             .kind = region.kind,
                             .mode = region.mode,
                             .box = line.box,
                             .measure = region.box,
                             .type_size = line.type_size,
                             .glyphs = std::move(glyphs)});
        }
    }
    return lines;
}

}  // namespace banwen
