#include "recognize/recognize_lines.h"

#include <algorithm>
#include <span>
#include <utility>

#include "recognize/character_shape.h"
#include "recognize/glyph_boxes.h"
#include "recognize/line_image.h"
#include "recognize/second_looks.h"
#include "recognize/spacing.h"
#include "recognize/vote.h"

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

// Engine's glyphs of a look → glyphs on the strip, each around its own ink.
std::vector<Glyph> on_strip(std::vector<Glyph> glyphs, const CutLine& cut, double scale) {
    glyphs = legible(std::move(glyphs));
    for (Glyph& glyph : glyphs)
        glyph.box = scaled_down(glyph.box, scale);
    return fit_boxes(std::move(glyphs), cut.ink, cut.type_size);
}

// Glyphs on the strip → glyphs on the page.
std::vector<Glyph> place_glyphs(std::vector<Glyph> glyphs, const CutLine& cut, WritingMode mode) {
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

using Readings = std::vector<std::vector<Glyph>>;  // glyphs on the strip, by line

// One look at each of the strips.
Readings read_at(const Look& look, const std::vector<const CutLine*>& cuts, Recognizer& engine) {
    std::vector<LineImage> images;
    for (const CutLine* cut : cuts)
        images.push_back(look_at(*cut, look));
    Readings readings = engine.read_lines(images);
    readings.resize(cuts.size());
    for (std::size_t i = 0; i < cuts.size(); ++i)
        readings[i] = images[i].gray.empty()
                          ? std::vector<Glyph>{}
                          : on_strip(std::move(readings[i]), *cuts[i], scale_of(*cuts[i], look));
    return readings;
}

// Doubtful lines are looked at again, and the looks voted.
Readings with_second_looks(Readings readings, const Look& first, const std::vector<const CutLine*>& cuts,
                           const SecondLooks& second) {
    std::vector<FirstReading> lines;
    for (std::size_t i = 0; i < cuts.size(); ++i)
        lines.push_back({readings[i], cuts[i]->gray.width * scale_of(*cuts[i], first)});
    const std::vector<std::size_t> chosen = doubtful_lines(lines, second);
    std::vector<const CutLine*> doubtful;
    std::vector<Readings> looks;  // by line
    for (const std::size_t i : chosen) {
        doubtful.push_back(cuts[i]);
        looks.push_back({std::move(readings[i])});
    }
    for (const FurtherLook& look : second.looks) {
        Readings again = read_at(look.look, doubtful, *look.engine);
        for (std::size_t k = 0; k < chosen.size(); ++k)
            looks[k].push_back(std::move(again[k]));
    }
    for (std::size_t k = 0; k < chosen.size(); ++k)
        readings[chosen[k]] = voted(looks[k], doubtful[k]->type_size);
    return readings;
}

void read_some(const CleanPage& page, std::span<TextLine> lines, std::span<const LineBox> boxes,
               Recognizer& recognizer, const RecognizeOptions& options) {
    const Look first{.height = recognizer.line_height() > 0 ? recognizer.line_height() : options.line_height};
    std::vector<CutLine> cuts;
    for (std::size_t i = 0; i < lines.size(); ++i)
        cuts.push_back(cut_line(page, boxes[i], lines[i].mode, {}));
    std::vector<const CutLine*> all;
    for (const CutLine& cut : cuts)
        all.push_back(&cut);
    Readings readings = with_second_looks(read_at(first, all, recognizer), first, all,
                                          second_looks(options.effort, first, recognizer));
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!cuts[i].gray.empty() || !cuts[i].marks.empty())
            lines[i].glyphs = with_spaces(place_glyphs(std::move(readings[i]), cuts[i], lines[i].mode),
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
