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

Share span_errors(const std::vector<std::u32string>& pieces, const std::u32string& text,
                  const ScoreOptions& options) {
    Share share;
    for (const std::u32string& piece : pieces) {
        share.part += best_span_distance(writable(piece, options), text);
        share.whole += static_cast<double>(piece.size());
    }
    return share;
}

}  // namespace

std::u32string writable(std::u32string text, const ScoreOptions& options) {
    for (char32_t& c : text)
        if (options.unwritable.find(c) != std::u32string::npos) c = kAnyCharacter;
    return text;
}

Tally span_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options) {
    Tally tally;
    if (!result.plain) {
        tally.shares["cer_caption"] = span_errors(truth.captions, joined(result.captions), options);
        tally.shares["cer_masthead"] = span_errors(truth.furniture, joined(result.furniture), options);
    }
    tally.shares["cer_blocks"] = span_errors(truth.blocks, result.everything, options);
    return tally;
}

}  // namespace banwen
