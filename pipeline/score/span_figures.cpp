// Captions, furniture and single blocks: each against the span of the result that is most like it, because
// how such pieces are cut is nobody's reading error. A piece that is not there counts whole.
#include "score/edit_distance.h"
#include "score/figures.h"

namespace banwen {
namespace {

std::u32string joined(const std::vector<std::u32string>& parts) {
    std::u32string text;
    for (const std::u32string& part : parts)
        text += part;
    return text;
}

void add_span_figure(const char* name, const std::vector<std::u32string>& pieces, const std::u32string& text,
                     const ScoreOptions& options, Score& score) {
    double errors = 0, characters = 0;
    for (const std::u32string& piece : pieces) {
        errors += best_span_distance(writable(piece, options), text);
        characters += static_cast<double>(piece.size());
    }
    if (characters > 0) score[name] = errors / characters;
}

}  // namespace

std::u32string writable(std::u32string text, const ScoreOptions& options) {
    for (char32_t& c : text)
        if (options.unwritable.find(c) != std::u32string::npos) c = kAnyCharacter;
    return text;
}

void add_span_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options,
                      Score& score) {
    if (!result.plain) {
        add_span_figure("cer_caption", truth.captions, joined(result.captions), options, score);
        add_span_figure("cer_masthead", truth.furniture, joined(result.furniture), options, score);
    }
    add_span_figure("cer_blocks", truth.blocks, result.everything, options, score);
}

}  // namespace banwen
