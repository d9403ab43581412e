// Lines against lines: which were found, and whether they stand in the right order.
#include <algorithm>
#include <map>

#include "score/edit_distance.h"
#include "score/figures.h"

namespace banwen {
namespace {

constexpr double kMinAcross = 0.5;     // of the thinner line: how far two boxes of one line must share a row
constexpr double kMaxNeighbour = 0.3;  // covering more than this of a second line is running over two columns

struct Candidate {
    double overlap = 0;
    std::size_t truth = 0;
    std::size_t result = 0;
};

Box turned(const Box& box) {
    return {box.top, box.left, box.height, box.width};
}

bool in_one_row(const Box& a, const Box& b) {
    return overlap_y(a, b) >= kMinAcross * std::min(a.height, b.height) && std::min(a.height, b.height) > 0;
}

// Common length ÷ whole length along the line: a box's thickness depends on skew and on who drew it, and says
// little about whether it is the same line.
double overlap_along(const ScoredLine& truth, const ScoredLine& result) {
    const Box a = truth.vertical ? turned(truth.box) : truth.box;
    const Box b = truth.vertical ? turned(result.box) : result.box;
    if (truth.page != result.page || !in_one_row(a, b)) return 0;
    return static_cast<double>(overlap_x(a, b)) / (std::max(a.right(), b.right()) - std::min(a.left, b.left));
}

double share_covered(const ScoredLine& truth, const ScoredLine& result) {
    const Box a = truth.vertical ? turned(truth.box) : truth.box;
    const Box b = truth.vertical ? turned(result.box) : result.box;
    if (truth.page != result.page || !in_one_row(a, b) || a.width <= 0) return 0;
    return static_cast<double>(overlap_x(a, b)) / a.width;
}

std::vector<Candidate> candidates(const ScoredText& truth, const ScoredText& result, double min_overlap) {
    std::vector<Candidate> found;
    for (std::size_t r = 0; r < result.lines.size(); ++r) {
        int covered = 0;
        std::vector<Candidate> here;
        for (std::size_t t = 0; t < truth.lines.size(); ++t) {
            const double overlap = overlap_along(truth.lines[t], result.lines[r]);
            if (overlap >= min_overlap) here.push_back({overlap, t, r});
            covered += share_covered(truth.lines[t], result.lines[r]) > kMaxNeighbour ? 1 : 0;
        }
        if (covered == 1) found.insert(found.end(), here.begin(), here.end());
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate& a, const Candidate& b) { return a.overlap > b.overlap; });
    return found;
}

// Result line → truth line; best overlaps first, each line once.
std::map<std::size_t, std::size_t> found_lines(const ScoredText& truth, const ScoredText& result,
                                               double min_overlap) {
    std::map<std::size_t, std::size_t> truth_of;
    std::vector<bool> taken(truth.lines.size(), false);
    for (const Candidate& candidate : candidates(truth, result, min_overlap)) {
        if (taken[candidate.truth] || truth_of.contains(candidate.result)) continue;
        taken[candidate.truth] = true;
        truth_of[candidate.result] = candidate.truth;
    }
    return truth_of;
}

// The lines that were found, named by their place in the truth, in the order of the truth and of the result.
double order_distance(const ScoredText& truth, const ScoredText& result,
                      const std::map<std::size_t, std::size_t>& truth_of) {
    std::map<int, std::u32string> printed, read;
    for (const auto& [r, t] : truth_of) {
        if (!truth.lines[t].in_order) continue;
        printed[truth.lines[t].page] += static_cast<char32_t>(t);
        read[result.lines[r].page] += static_cast<char32_t>(t);
    }
    double distance = 0, lines = 0;
    for (auto& [page, ids] : printed) {
        std::sort(ids.begin(), ids.end());
        distance += edit_distance(ids, read[page]);
        lines += static_cast<double>(ids.size());
    }
    return lines > 0 ? distance / lines : 0;
}

}  // namespace

void add_line_figures(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options,
                      Score& score) {
    if (truth.lines.empty() || result.lines.empty()) return;
    const std::map<std::size_t, std::size_t> truth_of = found_lines(truth, result, options.min_overlap);
    score["line_f1"] = 2 * static_cast<double>(truth_of.size()) /
                       static_cast<double>(truth.lines.size() + result.lines.size());
    score["order"] = order_distance(truth, result, truth_of);
}

}  // namespace banwen
