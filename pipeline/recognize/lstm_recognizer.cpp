#include "recognize/lstm_recognizer.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "recognize/lstm/line_reader.h"

namespace banwen {
namespace {

lstm::Model read_model(const ModelFile& file) {
    try {
        return lstm::read_model(
            {reinterpret_cast<const std::uint8_t*>(file.bytes.data()), file.bytes.size()});
    } catch (const Error& error) {
        throw Error(error.code(), fmt::format("{}: {}", file.file.string(), error.what()));
    }
}

// A certainty is the logarithm of a probability; taken back it is honest: see tesseract_recognizer.cpp.
double probability(float certainty) {
    return std::exp(std::clamp(static_cast<double>(certainty), -20.0, 0.0));
}

class LstmRecognizer final : public Recognizer {
  public:
    explicit LstmRecognizer(const ModelFile& file)
        : model_(read_model(file)), reader_(model_, lstm::chosen_kernels(), {}) {}

    int line_height() const override { return model_.network.input_height; }

    std::vector<std::vector<Glyph>> read_lines(std::span<const LineImage> lines) override {
        std::vector<const GrayImage*> images;
        for (const LineImage& line : lines)
            images.push_back(&line.gray);
        const std::vector<std::vector<lstm::ReadCharacter>> read = reader_.read(images);
        std::vector<std::vector<Glyph>> glyphs;
        for (std::size_t i = 0; i < lines.size(); ++i)
            glyphs.push_back(glyphs_of(read[i], lines[i].gray.height));
        return glyphs;
    }

  private:
    Reading reading(int character, float certainty) const {
        return {model_.characters.at(character).text, probability(certainty)};
    }

    std::vector<Glyph> glyphs_of(const std::vector<lstm::ReadCharacter>& characters, int height) const {
        std::vector<Glyph> glyphs;
        bool space = false;
        for (const lstm::ReadCharacter& each : characters) {
            const bool is_space = each.character == lstm::kSpace;
            if (!is_space) {
                Glyph glyph{.box = {each.left, 0, each.right - each.left, height},
                            .readings = {reading(each.character, each.certainty)},
                            .space_before = space && !glyphs.empty()};
                for (const lstm::Alternative& alternative : each.alternatives)
                    if (alternative.character != lstm::kSpace)
                        glyph.readings.push_back(reading(alternative.character, alternative.certainty));
                glyphs.push_back(std::move(glyph));
            }
            space = is_space;
        }
        return glyphs;
    }

    lstm::Model model_;
    lstm::LineReader reader_;
};

}  // namespace

std::unique_ptr<Recognizer> make_lstm_recognizer(const ModelFile& model) {
    return std::make_unique<LstmRecognizer>(model);
}

}  // namespace banwen
