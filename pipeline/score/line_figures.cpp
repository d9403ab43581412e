// Lines against lines: which were found, and whether they stand in the right order.
#include <algorithm>

#include "score/edit_distance.h"
#include "score/figures.h"
#include "score/match_lines.h"

namespace banwen {
namespace {

// The ranks of the found lines in the order of the result, those alone that have a place in the text.
std::vector<int> ranks_read(const std::vector<ScoredLine>& truth, const std::vector<int>& truth_of) {
    std::vector<int> ranks;
    for (const int t : truth_of)
        if (t >= 0 && truth[static_cast<std::size_t>(t)].in_order)
            ranks.push_back(truth[static_cast<std::size_t>(t)].rank);
    return ranks;
}

std::vector<std::optional<std::u32string>> texts_read(const ScoredText& truth, const ScoredText& result,
                                                      const std::vector<int>& truth_of) {
    std::vector<std::optional<std::u32string>> texts(truth.lines.size());
    for (std::size_t r = 0; r < result.lines.size(); ++r) {
        if (truth_of[r] < 0) continue;
        std::optional<std::u32string>& text = texts[static_cast<std::size_t>(truth_of[r])];
        text = text.value_or(U"") + result.lines[r].text;
    }
    return texts;
}

}  // namespace

Share order_distance(const std::vector<int>& ranks) {
    std::u32string read(ranks.begin(), ranks.end());
    read.erase(std::unique(read.begin(), read.end()), read.end());
    std::u32string printed = read;
    std::sort(printed.begin(), printed.end());
    return {static_cast<double>(edit_distance(printed, read)), static_cast<double>(read.size())};
}

std::vector<std::optional<std::u32string>> texts_read(const ScoredText& truth, const ScoredText& result,
                                                      const ScoreOptions& options) {
    const LineMatch match =
        match_lines(truth.lines, levelled(result.lines, truth.pages), options.min_overlap);
    return texts_read(truth, result, match.truth_of);
}

Share line_errors(const ScoredLine& line, const std::optional<std::u32string>& read,
                  const ScoreOptions& options) {
    if (!read) return {};
    return {static_cast<double>(edit_distance(writable(line.text, options), *read)),
            static_cast<double>(line.text.size())};
}

Tally line_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options) {
    if (truth.lines.empty() || result.lines.empty()) return {};
    const LineMatch match =
        match_lines(truth.lines, levelled(result.lines, truth.pages), options.min_overlap);
    Share errors;
    const auto read = texts_read(truth, result, match.truth_of);
    for (std::size_t t = 0; t < read.size(); ++t) {
        const Share share = line_errors(truth.lines[t], read[t], options);
        errors = {errors.part + share.part, errors.whole + share.whole};
    }
    return {.shares = {{"line_f1", {2 * match.right, static_cast<double>(truth.lines.size()) + match.found}},
                       {"order", order_distance(ranks_read(truth.lines, match.truth_of))},
                       {"cer_line", errors}},
            .measured = {}};
}

}  // namespace banwen
