#include "text/find_doubts.h"

namespace banwen {
namespace {

constexpr double kSure = 0.6;
constexpr double kClose = 0.15;

bool is_doubtful(const Glyph& glyph) {
    const double best = glyph.readings.front().confidence;
    return best < kSure || (glyph.readings.size() > 1 && best - glyph.readings[1].confidence < kClose);
}

}  // namespace

std::vector<Doubt> find_doubts(const SourcedText& text, const std::string& field, std::size_t shift) {
    std::vector<Doubt> doubts;
    for (std::size_t i = 0; i < text.source.size();) {
        const Glyph* glyph = text.source[i];
        std::size_t end = i + 1;
        while (glyph && end < text.source.size() && text.source[end] == glyph)
            ++end;
        if (glyph && is_doubtful(*glyph)) {
            Doubt doubt{field, static_cast<int>(shift + i), static_cast<int>(shift + end), {}, 0};
            doubt.confidence = glyph->readings.front().confidence;
            for (const Reading& reading : glyph->readings)
                doubt.readings.push_back(reading.text);
            doubts.push_back(std::move(doubt));
        }
        i = end;
    }
    return doubts;
}

}  // namespace banwen
