#include "score/match_lines.h"

#include <algorithm>

namespace banwen {
namespace {

constexpr double kMinAcross = 0.5;     // of the thinner line: how far two boxes of one line must share a row
constexpr double kMaxNeighbour = 0.3;  // covering more than this of a second line is running over two columns

struct Candidate {
    double overlap = 0;
    std::size_t truth = 0;
    std::size_t found = 0;
};

Box turned(const Box& box) {
    return {box.top, box.left, box.height, box.width};
}

bool in_one_row(const Box& a, const Box& b) {
    return overlap_y(a, b) >= kMinAcross * std::min(a.height, b.height) && std::min(a.height, b.height) > 0;
}

// Common length ÷ whole length along the line: a box's thickness depends on skew and on who drew it, and says
// little about whether it is the same line.
double overlap_along(const ScoredLine& truth, const ScoredLine& found) {
    const Box a = truth.vertical ? turned(truth.box) : truth.box;
    const Box b = truth.vertical ? turned(found.box) : found.box;
    if (truth.page != found.page || !in_one_row(a, b)) return 0;
    return static_cast<double>(overlap_x(a, b)) / (std::max(a.right(), b.right()) - std::min(a.left, b.left));
}

std::vector<Candidate> candidates(const std::vector<ScoredLine>& truth, const std::vector<ScoredLine>& found,
                                  double min_overlap) {
    std::vector<Candidate> all;
    for (std::size_t f = 0; f < found.size(); ++f) {
        int covered = 0;
        std::vector<Candidate> here;
        for (std::size_t t = 0; t < truth.size(); ++t) {
            const double overlap = overlap_along(truth[t], found[f]);
            if (overlap >= min_overlap) here.push_back({overlap, t, f});
            covered += covered_part(truth[t], found[f]).share() > kMaxNeighbour ? 1 : 0;
        }
        if (covered == 1) all.insert(all.end(), here.begin(), here.end());
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Candidate& a, const Candidate& b) { return a.overlap > b.overlap; });
    return all;
}

}  // namespace

Covered covered_part(const ScoredLine& truth, const ScoredLine& found) {
    const Box a = truth.vertical ? turned(truth.box) : truth.box;
    const Box b = truth.vertical ? turned(found.box) : found.box;
    if (truth.page != found.page || !in_one_row(a, b) || a.width <= 0 || overlap_x(a, b) == 0) return {};
    const double length = a.width;
    return {std::max(0, b.left - a.left) / length, (std::min(a.right(), b.right()) - a.left) / length};
}

std::vector<int> match_lines(const std::vector<ScoredLine>& truth, const std::vector<ScoredLine>& found,
                             double min_overlap) {
    std::vector<int> truth_of(found.size(), -1);
    std::vector<bool> taken(truth.size(), false);
    for (const Candidate& candidate : candidates(truth, found, min_overlap)) {
        if (taken[candidate.truth] || truth_of[candidate.found] >= 0) continue;
        taken[candidate.truth] = true;
        truth_of[candidate.found] = static_cast<int>(candidate.truth);
    }
    return truth_of;
}

}  // namespace banwen
