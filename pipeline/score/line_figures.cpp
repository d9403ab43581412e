// Lines against lines: which were found, and whether they stand in the right order.
#include <algorithm>

#include "score/edit_distance.h"
#include "score/figures.h"
#include "score/match_lines.h"

namespace banwen {
namespace {

// Found lines by their place in the truth, one page after the other, each in the order of the result.
std::vector<int> page_by_page(const std::vector<ScoredLine>& lines, const std::vector<int>& truth_of) {
    std::vector<std::size_t> order;
    for (std::size_t r = 0; r < lines.size(); ++r)
        if (truth_of[r] >= 0) order.push_back(r);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lines[a].page < lines[b].page; });
    std::vector<int> read;
    for (const std::size_t r : order)
        read.push_back(truth_of[r]);
    return read;
}

}  // namespace

Share order_distance(const std::vector<int>& read, const std::vector<bool>& counts) {
    std::u32string given;
    for (const int line : read)
        if (counts[static_cast<std::size_t>(line)]) given += static_cast<char32_t>(line);
    std::u32string printed = given;
    std::sort(printed.begin(), printed.end());
    return {static_cast<double>(edit_distance(printed, given)), static_cast<double>(given.size())};
}

Tally line_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options) {
    if (truth.lines.empty() || result.lines.empty()) return {};
    const std::vector<ScoredLine> lines = levelled(result.lines, truth.pages);
    const std::vector<int> truth_of = match_lines(truth.lines, lines, options.min_overlap);
    std::vector<bool> counts;
    for (const ScoredLine& line : truth.lines)
        counts.push_back(line.in_order);
    const std::vector<int> read = page_by_page(lines, truth_of);
    return {.shares = {{"line_f1",
                        {2 * static_cast<double>(read.size()),
                         static_cast<double>(truth.lines.size() + lines.size())}},
                       {"order", order_distance(read, counts)}},
            .measured = {}};
}

}  // namespace banwen
