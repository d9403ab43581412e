// A blot, or letters that touch over a narrow gutter, end the strip of white that shows it, and lines on both
// sides are taken for one. But where a gutter ends and another begins further down in its line, most lines
// between still leave white at that place, which they would not if they ran across: between two characters
// there is less, and marks of punctuation do not stand under each other.
//
// What this cannot do: gutters that no piece is left of; columns that bend.
#include "layout/join_gutters.h"

#include <algorithm>
#include <cmath>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kWidestEm = 3;
constexpr double kLongestEm = 30;  // gap down a gutter
constexpr double kPlayEm = 0.4;    // sideways, from one piece to the next
constexpr double kLean = 0.02;
constexpr double kSearchEm = 0.3;  // from the straight line to the white of a row
constexpr double kWhiteEm = 0.4;
constexpr double kBesideEm = 2.5;   // a row has type on both sides within so much
constexpr double kOneLineEm = 1.1;  // a line alone bars no gutter
constexpr double kLeastRows = 0.8;  // of those with type on both sides, that leave white
constexpr int kLinePx = 1;          // on both sides of the straight line, where no white is

// A piece's last row, or its first.
struct End {
    int y = 0;
    int left = 0;
    int right = 0;
    double middle() const { return (left + right) / 2.0; }
};

// Runs of a row that are not continued in the row `step` further.
std::vector<End> ends(const cv::Mat& gutters, int step, double em) {
    std::vector<End> found;
    for (int y = 1; y + 1 < gutters.rows; ++y) {
        const auto* row = gutters.ptr<std::uint8_t>(y);
        const auto* beyond = gutters.ptr<std::uint8_t>(y + step);
        for (int x = 0; x < gutters.cols; ++x) {
            if (!row[x]) continue;
            const int from = x;
            bool goes_on = false;
            for (; x < gutters.cols && row[x]; ++x)
                goes_on |= beyond[x] != 0;
            if (!goes_on && x - from < kWidestEm * em) found.push_back({y, from, x});
        }
    }
    return found;
}

// A way down from one piece to the next.
struct Way {
    End from;
    End to;
    double at(int y) const {
        return from.middle() + (to.middle() - from.middle()) * (y - from.y) / (to.y - from.y);
    }
    Box box() const {
        const int left = std::min(from.left, to.left), right = std::max(from.right, to.right);
        return {left, from.y, right - left, to.y - from.y};
    }
};

bool continues(const End& above, const End& below, double em) {
    const int gap = below.y - above.y;
    return gap > 1 && gap < kLongestEm * em &&
           std::abs(above.middle() - below.middle()) <
               (above.right - above.left + below.right - below.left) / 4.0 + kPlayEm * em + kLean * gap;
}

// The widest white within reach of `x` on the row; empty where it is too narrow.
cv::Range white_near(const cv::Mat& text, int y, int x, double em) {
    const int reach = static_cast<int>(kSearchEm * em) + static_cast<int>(kWhiteEm * em);
    const int first = std::max(0, x - reach), last = std::min(text.cols, x + reach + 1);
    const auto* row = text.ptr<std::uint8_t>(y);
    cv::Range best(0, 0);
    for (int from = first; from < last; ++from) {
        int to = from;
        while (to < last && !row[to])
            ++to;
        if (to - from > best.size()) best = {from, to};
        from = to;
    }
    return best.size() >= kWhiteEm * em ? best : cv::Range(0, 0);
}

bool has_type_on_both_sides(const cv::Mat& text, int y, int x, double em) {
    const int reach = static_cast<int>(kBesideEm * em);
    const Box left{x - reach, y, reach, 1}, right{x, y, reach, 1};
    return ink_share(text, left) > 0 && ink_share(text, right) > 0;
}

bool is_open(const cv::Mat& text, const Way& way, double em) {
    int rows = 0, white = 0;
    for (int y = way.from.y + 1; y < way.to.y; ++y) {
        const int x = static_cast<int>(std::lround(way.at(y)));
        if (!has_type_on_both_sides(text, y, x, em)) continue;
        ++rows;
        white += white_near(text, y, x, em).empty() ? 0 : 1;
    }
    return rows < kOneLineEm * em || white >= kLeastRows * rows;
}

void draw(cv::Mat& gutters, const cv::Mat& text, const Way& way, double em) {
    for (int y = way.from.y; y < way.to.y; ++y) {
        const int x = static_cast<int>(std::lround(way.at(y)));
        const cv::Range white = white_near(text, y, x, em);
        if (!white.empty()) gutters.row(y).colRange(white).setTo(255);
        const Box line = clipped({x - kLinePx, y, 2 * kLinePx + 1, 1}, gutters);
        if (!line.empty()) gutters(to_rect(line)).setTo(255);
    }
}

}  // namespace

cv::Mat join_gutters(const cv::Mat& gutters, const cv::Mat& text, const std::vector<Box>& blocked,
                     double em) {
    cv::Mat joined = gutters.clone();
    const std::vector<End> heads = ends(gutters, -1, em);
    for (const End& foot : ends(gutters, 1, em)) {
        const auto next = std::find_if(heads.begin(), heads.end(),
                                       [&](const End& head) { return continues(foot, head, em); });
        if (next == heads.end()) continue;
        const Way way{foot, *next};
        const bool walled = std::any_of(blocked.begin(), blocked.end(), [&](const Box& box) {
            return !intersection(box, way.box()).empty();
        });
        if (!walled && is_open(text, way, em)) draw(joined, text, way, em);
    }
    return joined;
}

}  // namespace banwen
