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
    MeanConfidence mean;
    mean.add(line);
    return mean.value();
}

void MeanConfidence::add(const TextLine& line) {
    for (const Glyph& glyph : line.glyphs)
        sum_ += glyph.readings.front().confidence;
    glyphs_ += line.glyphs.size();
}

double MeanConfidence::value() const {
    return glyphs_ == 0 ? 0 : sum_ / static_cast<double>(glyphs_);
}

}  // namespace banwen
