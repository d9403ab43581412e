#include "core/text_line.h"

namespace banwen {

std::string plain_text(const TextLine& line) {
    std::string text;
    for (const Glyph& glyph : line.glyphs) {
        if (glyph.space_before && !text.empty()) text += ' ';
        text += glyph.readings.front().text;
    }
    return text;
}

double confidence(const TextLine& line) {
    double sum = 0;
    for (const Glyph& glyph : line.glyphs)
        sum += glyph.readings.front().confidence;
    return line.glyphs.empty() ? 0 : sum / static_cast<double>(line.glyphs.size());
}

}  // namespace banwen
