#include "clean/find_rotation.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "clean/find_marks.h"
#include "clean/mat_view.h"
#include "clean/trace_lines.h"

namespace banwen {
namespace {

// All lengths in characters.
constexpr double kGapInLine = 0.5;   // bridged when the direction of the lines is found
constexpr double kGapAtStop = 0.95;  // bridged when the small marks are looked for: a stop's empty space
constexpr double kSmallestStop = 0.07;
constexpr double kLargestStop = 0.42;
constexpr double kWideSpace = 0.38;
constexpr double kNarrowSpace = 0.28;
constexpr double kOffMiddle = 0.12;
constexpr double kLeastVotes = 12;
constexpr double kLeastMajority = 0.6;  // of all votes

struct Votes {
    double after_low = 0;  // "low" and "high" are right and left on the transposed page
    double after_high = 0;
    double before_low = 0;
    double before_high = 0;
};

// Marks of each line, in order along it. Lines and marks are sorted into bands so that each mark meets only
// the lines at its height.
std::vector<std::vector<Box>> marks_by_line(const std::vector<Mark>& marks, const std::vector<Box>& lines,
                                            int height) {
    std::vector<std::vector<std::size_t>> lines_at(static_cast<std::size_t>(height));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (int y = lines[i].top; y < lines[i].bottom(); ++y)
            lines_at[static_cast<std::size_t>(y)].push_back(i);
    }
    std::vector<std::vector<Box>> found(lines.size());
    for (const Mark& mark : marks) {
        for (const std::size_t i : lines_at[static_cast<std::size_t>(mark.box.top)]) {
            if (share_inside(mark.box, lines[i]) == 1.0) found[i].push_back(mark.box);
        }
    }
    for (std::vector<Box>& line : found)
        std::sort(line.begin(), line.end(), [](const Box& a, const Box& b) { return a.left < b.left; });
    return found;
}

void vote(const std::vector<Box>& marks, const Box& line, double type_size, Votes& votes) {
    int reached = line.left;  // ink of the marks so far ends here
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Box& mark = marks[i];
        const double before = (mark.left - reached) / type_size;
        reached = std::max(reached, mark.right());
        const double size = std::max(mark.width, mark.height) / type_size;
        // The first and last marks of a line are left out: the space beyond is not known.
        if (i == 0 || i + 1 == marks.size() || size < kSmallestStop || size > kLargestStop) continue;
        const double after = (marks[i + 1].left - reached) / type_size;
        const double low = (mark.center().y - line.center().y) / type_size;
        if (std::abs(low) < kOffMiddle) continue;
        if (after >= kWideSpace && before <= kNarrowSpace)
            (low > 0 ? votes.after_low : votes.after_high) += 1;
        if (before >= kWideSpace && after <= kNarrowSpace)
            (low > 0 ? votes.before_low : votes.before_high) += 1;
    }
}

// Votes of all lines that run across `type`.
Votes count_votes(const GrayImage& type, double type_size) {
    const std::vector<Box> lines = trace_lines(type, type_size, kGapAtStop);
    const auto marks = marks_by_line(find_marks(type), lines, type.height);
    Votes votes;
    for (std::size_t i = 0; i < lines.size(); ++i)
        vote(marks[i], lines[i], type_size, votes);
    return votes;
}

double length_of_lines(const GrayImage& type, double type_size) {
    double sum = 0;
    for (const Box& line : trace_lines(type, type_size, kGapInLine))
        sum += line.width;
    return sum;
}

struct Case {
    int rotation = 0;
    double votes = 0;
};

Found<int> judged(const std::vector<Case>& cases) {
    double all = 0;
    Case best;
    for (const Case& one : cases) {
        all += one.votes;
        if (one.votes > best.votes) best = one;
    }
    if (best.votes < kLeastVotes || best.votes < kLeastMajority * all) return {};
    return {best.rotation, std::min(1.0, best.votes / (4 * kLeastVotes)) * best.votes / all};
}

}  // namespace

Found<int> find_rotation(const GrayImage& ink, double type_size) {
    if (ink.empty() || type_size <= 0) return {};
    const GrayImage across = type_ink(ink, type_size);
    const GrayImage down = transposed(across);
    if (length_of_lines(across, type_size) >= length_of_lines(down, type_size)) {
        const Votes votes = count_votes(across, type_size);
        return judged(
            {{0, votes.after_low}, {180, votes.before_high}, {0, votes.after_high}, {0, votes.before_low}});
    }
    const Votes votes = count_votes(down, type_size);
    return judged(
        {{0, votes.after_low}, {180, votes.before_high}, {270, votes.after_high}, {90, votes.before_low}});
}

}  // namespace banwen
