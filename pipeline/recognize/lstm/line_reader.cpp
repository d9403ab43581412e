#include "recognize/lstm/line_reader.h"

#include <algorithm>
#include <numeric>

namespace banwen::lstm {
namespace {

constexpr std::size_t kMostLines = 24;    // of a batch: more are no faster
constexpr std::size_t kMostSteps = 8000;  // of a batch, unless one line has more: they hold its memory down
constexpr std::size_t kMostAlternatives = 4;

}  // namespace

LineReader::LineReader(const Model& model, const Kernels& kernels, const SearchOptions& options)
    : model_(model), forward_(model.network, kernels, model.noise_seed), search_(model, options) {}

// Between two characters the middle of the steps that belong to neither is their border.
std::vector<ReadCharacter> LineReader::read_characters(const Probabilities& probabilities, int line,
                                                       int width) {
    const std::vector<DecodedCharacter> decoded = search_.decode(probabilities, line);
    std::vector<ReadCharacter> characters;
    int left = 0;
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        const DecodedCharacter& each = decoded[i];
        const int border = i + 1 < decoded.size() ? each.last + (decoded[i + 1].first - each.last) / 2 : 0;
        const int right = border > 0 ? std::min(width, border * model_.network.pooling.width) : width;
        std::vector<Alternative> alternatives =
            find_alternatives(model_, probabilities, line, each.runs, each.character, kMostAlternatives);
        for (Alternative& alternative : alternatives)
            alternative.certainty = std::min(alternative.certainty, each.certainty);
        characters.push_back({each.character, each.certainty, left, right, std::move(alternatives)});
        left = right;
    }
    return characters;
}

std::vector<std::vector<ReadCharacter>> LineReader::read(std::span<const GrayImage* const> lines) {
    std::vector<std::size_t> order(lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto steps_of = [&](std::size_t line) { return forward_.steps_of(*lines[line]); };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return steps_of(a) > steps_of(b); });

    std::vector<std::vector<ReadCharacter>> result(lines.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::vector<const GrayImage*> batch;
        std::size_t steps = 0;
        for (std::size_t i = begin; i < order.size() && batch.size() < kMostLines; ++i) {
            steps += static_cast<std::size_t>(steps_of(order[i]));
            if (steps > kMostSteps && !batch.empty()) break;
            batch.push_back(lines[order[i]]);
        }
        const Probabilities& probabilities = forward_.run(batch);
        for (std::size_t i = 0; i < batch.size(); ++i)
            result[order[begin + i]] = read_characters(probabilities, static_cast<int>(i), batch[i]->width);
        begin += batch.size();
    }
    return result;
}

}  // namespace banwen::lstm
