#include "score/match_lines.h"

#include <algorithm>
#include <map>

namespace banwen {
namespace {

constexpr double kMinAcross = 0.5;     // of the thinner line: how far two boxes of one line must share a row
constexpr double kMaxNeighbour = 0.3;  // covering more than this of a second line is running over two columns

constexpr double kInCell = 0.8;  // of a line's area within a row: it is one of the row's cells

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

// The found lines with the cells of each table row put together.
struct Rows {
    std::vector<ScoredLine> lines;
    std::vector<std::size_t> row_of;  // found line → index in `lines`
};

int row_around(const ScoredLine& line, const std::vector<ScoredLine>& truth) {
    for (std::size_t t = 0; t < truth.size(); ++t)
        if (truth[t].in_cells && truth[t].page == line.page &&
            share_inside(line.box, grown(truth[t].box, truth[t].box.height / 4)) >= kInCell)
            return static_cast<int>(t);
    return -1;
}

Rows rows_of(const std::vector<ScoredLine>& truth, const std::vector<ScoredLine>& found) {
    Rows rows;
    std::map<int, std::size_t> place;  // truth row → index in rows.lines
    for (const ScoredLine& line : found) {
        const int row = row_around(line, truth);
        const bool first = row < 0 || place.emplace(row, rows.lines.size()).second;
        rows.row_of.push_back(first ? rows.lines.size() : place[row]);
        if (first)
            rows.lines.push_back(line);
        else
            rows.lines[place[row]].box = bounding(rows.lines[place[row]].box, line.box);
    }
    return rows;
}

}  // namespace

Covered covered_part(const ScoredLine& truth, const ScoredLine& found) {
    const Box a = truth.vertical ? turned(truth.box) : truth.box;
    const Box b = truth.vertical ? turned(found.box) : found.box;
    if (truth.page != found.page || !in_one_row(a, b) || a.width <= 0 || overlap_x(a, b) == 0) return {};
    const double length = a.width;
    return {std::max(0, b.left - a.left) / length, (std::min(a.right(), b.right()) - a.left) / length};
}

LineMatch match_lines(const std::vector<ScoredLine>& truth, const std::vector<ScoredLine>& found,
                      double min_overlap) {
    const Rows rows = rows_of(truth, found);
    std::vector<int> truth_of_row(rows.lines.size(), -1);
    std::vector<bool> taken(truth.size(), false);
    LineMatch match{{}, static_cast<double>(rows.lines.size()), 0};
    for (const Candidate& candidate : candidates(truth, rows.lines, min_overlap)) {
        if (taken[candidate.truth] || truth_of_row[candidate.found] >= 0) continue;
        taken[candidate.truth] = true;
        truth_of_row[candidate.found] = static_cast<int>(candidate.truth);
        match.right += 1;
    }
    for (const std::size_t row : rows.row_of)
        match.truth_of.push_back(truth_of_row[row]);
    return match;
}

}  // namespace banwen
