// Figures that lie on their side follow each other at half the pitch of Han characters, and stand on one line
// and are of one height, so that all their ink begins and ends at the same columns; and each is in one piece.
// Parts of Han characters are hardly ever all this. Four figures make a run, or two with a mark between them;
// what is aligned with them and close goes along: marks, dashes, figures that touch, and after a word space
// further figures.
//
// What this cannot do: words of letters alone, whose ink begins and ends anywhere; few figures alone; figures
// that are worn into pieces.
#include "recognize/sideways.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace banwen {
namespace {

// All in em.
constexpr double kShortestFigure = 0.2, kLongestFigure = 0.56;  // along the line; 1 is short
constexpr double kLowestFigure = 0.58, kHighestFigure = 0.92;   // across it
constexpr double kAligned = 0.05, kWithin = 0.1;
constexpr double kDot = 0.25;      // either way, at most: marks are dots
constexpr double kClose = 0.2;     // white between two figures, at most
constexpr double kTouching = 0.1;  // … and beside figures that touch: the characters 日 and 口 stand further
constexpr double kWordSpace = 0.5;
constexpr double kThreeFigures = 1.6;
constexpr double kThinDash = 0.25, kLongestDash = 1.2;

// Inked rows between white ones.
struct InkRun {
    Box ink;
    double gap = 0;     // white before it, em
    Box largest;        // piece of it: the broadest
    bool dots = false;  // all pieces are small
};

InkRun run_of(const cv::Mat& ink, const Cell& rows, double em) {
    cv::Mat labels, stats, middles;
    const int count =
        cv::connectedComponentsWithStats(ink.rowRange(rows.top, rows.bottom), labels, stats, middles);
    InkRun run{.dots = true};
    for (int i = 1; i < count; ++i) {
        const Box piece{stats.at<int>(i, cv::CC_STAT_LEFT), rows.top + stats.at<int>(i, cv::CC_STAT_TOP),
                        stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT)};
        run.ink = bounding(run.ink, piece);
        if (piece.width > run.largest.width) run.largest = piece;
        run.dots = run.dots && std::max(piece.width, piece.height) <= kDot * em;
    }
    return run;
}

std::vector<InkRun> runs_of(const cv::Mat& ink, double em) {
    std::vector<InkRun> runs;
    int last = 0;
    for (int y = 0; y < ink.rows;) {
        const int top = y;
        while (y < ink.rows && cv::countNonZero(ink.row(y)) > 0)
            ++y;
        if (y > top) {
            runs.push_back(run_of(ink, {top, y}, em));
            runs.back().gap = (top - last) / em;
            last = y;
        }
        ++y;
    }
    return runs;
}

// The runs of one line, and what may be said of them.
class SidewaysRuns {
  public:
    SidewaysRuns(const cv::Mat& ink, double em) : runs_(runs_of(ink, em)), em_(em) {}

    std::vector<Cell> find() const {
        std::vector<Cell> found;
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            if (!is_figure(runs_[i])) continue;
            const std::size_t first = reach_back(i, found.empty() ? 0 : found.back().bottom);
            const std::size_t last = reach_on(i);
            if (!has_enough_figures(first, last)) continue;
            found.push_back({runs_[first].ink.top, runs_[last].ink.bottom()});
            i = last;
        }
        return found;
    }

  private:
    bool is_figure(const InkRun& run) const {
        const double length = run.ink.height / em_, across = run.ink.width / em_;
        return run.largest == run.ink && length > kShortestFigure && length < kLongestFigure &&
               across > kLowestFigure && across < kHighestFigure;
    }

    bool is_aligned(const InkRun& run, const InkRun& figure) const {
        const double off = kAligned * em_ + 0.5;
        return std::abs(run.ink.left - figure.ink.left) <= off &&
               std::abs(run.ink.right() - figure.ink.right()) <= off;
    }

    bool is_within(const InkRun& run, const InkRun& figure) const {
        return run.ink.left >= figure.ink.left - kWithin * em_ &&
               run.ink.right() <= figure.ink.right() + kWithin * em_;
    }

    // Whether the run may follow, or come before, in a run of figures like `figure`, `gap` away from it.
    bool belongs(const InkRun& run, double gap, const InkRun& figure) const {
        if (is_figure(run)) return gap <= kWordSpace && is_aligned(run, figure);
        if (gap > kClose || !is_within(run, figure)) return false;
        const bool dash = run.ink.width <= kThinDash * em_ && run.ink.height <= kLongestDash * em_;
        return run.dots || dash ||
               (gap <= kTouching && is_aligned(run, figure) && run.ink.height <= kThreeFigures * em_);
    }

    std::size_t reach_on(std::size_t figure) const {
        std::size_t last = figure;
        while (last + 1 < runs_.size() && belongs(runs_[last + 1], runs_[last + 1].gap, runs_[figure]))
            ++last;
        while (last > figure && runs_[last].dots)  // which may be of the next character
            --last;
        return last;
    }

    std::size_t reach_back(std::size_t figure, int limit) const {
        std::size_t first = figure;
        while (first > 0 && runs_[first - 1].ink.top >= limit &&
               belongs(runs_[first - 1], runs_[first].gap, runs_[figure]))
            --first;
        while (first < figure && runs_[first].dots)
            ++first;
        return first;
    }

    bool has_enough_figures(std::size_t first, std::size_t last) const {
        int figures = 0, marks = 0;
        for (std::size_t i = first; i <= last; ++i) {
            figures += is_figure(runs_[i]) ? 1 : 0;
            marks += runs_[i].dots ? 1 : 0;
        }
        return figures >= 4 || (figures >= 2 && marks > 0);
    }

    std::vector<InkRun> runs_;
    double em_;
};

}  // namespace

std::vector<Cell> find_sideways_runs(const cv::Mat& ink, double type_size) {
    if (ink.empty() || type_size <= 0) return {};
    return SidewaysRuns(ink, type_size).find();
}

}  // namespace banwen
