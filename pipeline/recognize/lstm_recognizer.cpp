#include "recognize/lstm_recognizer.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <numeric>
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
        : model_(read_model(file)), kernels_(lstm::chosen_kernels()) {}

    int line_height() const override { return model_.network.input_height; }
    void use_threads(int count) override { threads_ = static_cast<std::size_t>(std::max(1, count)); }

    std::vector<std::vector<Glyph>> read_lines(std::span<const LineImage> lines) override {
        std::vector<const GrayImage*> images;
        for (const LineImage& line : lines)
            images.push_back(&line.gray);
        const std::vector<ReadLine> read = read_images(images);
        std::vector<std::vector<Glyph>> glyphs;
        for (std::size_t i = 0; i < lines.size(); ++i)
            glyphs.push_back(glyphs_of(read[i], lines[i].gray.height));
        return glyphs;
    }

  private:
    using ReadLine = std::vector<lstm::ReadCharacter>;

    std::vector<ReadLine> read_images(const std::vector<const GrayImage*>& images) {
        constexpr std::size_t kLeastLines = 12;  // for a thread: with fewer it is not faster
        const std::size_t parts = std::clamp(images.size() / kLeastLines, std::size_t{1}, threads_);
        while (readers_.size() < parts)
            readers_.push_back(std::make_unique<lstm::LineReader>(model_, kernels_, lstm::SearchOptions{}));
        return parts == 1 ? readers_.front()->read(images) : read_side_by_side(images, parts);
    }

    // Lines are dealt by width, so that each thread has lines of all widths, and batches of like ones.
    std::vector<ReadLine> read_side_by_side(const std::vector<const GrayImage*>& images, std::size_t parts) {
        std::vector<std::size_t> order(images.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return images[a]->width > images[b]->width; });
        std::vector<ReadLine> read(images.size());
        const auto read_part = [&](std::size_t part) {
            std::vector<const GrayImage*> own;
            for (std::size_t i = part; i < order.size(); i += parts)
                own.push_back(images[order[i]]);
            std::vector<ReadLine> lines = readers_[part]->read(own);
            for (std::size_t i = 0; i < lines.size(); ++i)
                read[order[part + i * parts]] = std::move(lines[i]);
        };
        std::vector<std::future<void>> others;
        for (std::size_t part = 1; part < parts; ++part)
            others.push_back(std::async(std::launch::async, read_part, part));
        read_part(0);
        for (std::future<void>& other : others)
            other.get();
        return read;
    }

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
    const lstm::Kernels& kernels_;
    std::size_t threads_ = 1;
    std::vector<std::unique_ptr<lstm::LineReader>> readers_;  // one a thread
};

}  // namespace

std::unique_ptr<Recognizer> make_lstm_recognizer(const ModelFile& model) {
    return std::make_unique<LstmRecognizer>(model);
}

}  // namespace banwen
