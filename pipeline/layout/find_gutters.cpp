#include "layout/find_gutters.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "layout/chance_gutters.h"
#include "layout/components.h"
#include "layout/find_worn_rules.h"
#include "layout/join_gutters.h"

namespace banwen {
namespace {

// The wider a strip, the fewer lines it needs to be more than chance. Widths are multiples of
// min_gutter_em.
struct Strip {
    double width;
    double height_em;
};
constexpr Strip kStrips[] = {{1.0, 7.0}, {1.45, 4.2}, {2.3, 2.8}};
constexpr double kDashEm = 0.24;  // a dash of a broken column rule is thinner
constexpr double kTallDashEm = 2.5;
constexpr double kTallDashWidthEm = 0.35;  // … where it is as tall as some lines
constexpr double kMarkEm = 0.4;            // what is smaller does not close a tall strip
constexpr double kTallStripEm = 7;  // … for marks of type never stand under each other over so many lines
constexpr double kFlankEm = 0.2;    // white beside a column rule
constexpr double kLeadingEm = 1.1;  // white between the lines of one column is less
constexpr double kRunOnEm = 2.6;    // a tall strip may run on so far where a line has no type on one side
constexpr double kWidestEm = 40;    // white beyond this is no gutter, and the columns beside it need none

int px(double size) {
    return std::max(1, static_cast<int>(std::lround(size)));
}

cv::Mat opened(const cv::Mat& white, int width, int height) {
    const auto odd = [](int size) {
        return (size - 1) | 1;
    };  // an even kernel has no middle and moves the strips
    cv::Mat strips;
    cv::morphologyEx(white, strips, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_RECT, {odd(width), odd(height)}), {-1, -1}, 1,
                     cv::BORDER_CONSTANT, cv::Scalar(0));
    return strips;
}

cv::Mat rules_down(const cv::Size& size, const std::vector<Rule>& rules) {
    cv::Mat ruled = cv::Mat::zeros(size, CV_8U);
    for (const Rule& rule : rules) {
        const Box inside = rule.horizontal() ? Box{} : clipped(rule.box, ruled);
        if (!inside.empty()) ruled(to_rect(inside)).setTo(255);
    }
    return ruled;
}

// What is as high as two lines (a picture, a label) bounds white like type.
cv::Mat with_blocks(const cv::Mat& text, const std::vector<Box>& blocked, double em) {
    cv::Mat blocks = text.clone();
    for (const Box& box : blocked) {
        const Box inside = clipped(box, blocks);
        if (!inside.empty() && box.height > 2 * em) blocks(to_rect(inside)).setTo(255);
    }
    return blocks;
}

// White with type on both sides: only there can a gutter be. Lines under each other are joined first, so
// that the white of a page's margins, and that above and below a block, does not make a strip taller than
// the block. The white between type and one of `rules` is none: the rule ends the lines there, and what
// looks like a low gutter beside it is the white at the ends of headings.
cv::Mat white_between(const cv::Mat& text, const std::vector<Box>& blocked, const std::vector<Rule>& rules,
                      double em) {
    cv::Mat blocks = with_blocks(text, blocked, em);
    cv::morphologyEx(blocks, blocks, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {1, px(kLeadingEm * em)}));
    cv::Mat between = cv::Mat::zeros(text.size(), CV_8U);
    const cv::Mat ruled = rules_down(text.size(), rules);
    const int widest = px(kWidestEm * em);
    for (int y = 0; y < blocks.rows; ++y) {
        const auto* row = blocks.ptr<std::uint8_t>(y);
        const auto* rule = ruled.ptr<std::uint8_t>(y);
        auto* out = between.ptr<std::uint8_t>(y);
        int last = -1;
        for (int x = 0; x < blocks.cols; ++x) {
            if (rule[x]) last = -1;
            if (!row[x]) continue;
            if (last >= 0 && x - last > 1 && x - last <= widest)
                std::fill(out + last + 1, out + x, std::uint8_t{255});
            last = x;
        }
    }
    return between;
}

// A thin upright piece with white on both its sides: a dash of a broken column rule. Strokes of letters
// have others close by.
bool is_dash(const cv::Mat& text, const Box& box, double em) {
    // No stroke of a letter is as tall as some lines.
    if (box.height > kTallDashEm * em) return box.width < kTallDashWidthEm * em;
    if (box.width >= kDashEm * em) return false;
    const int flank = px(kFlankEm * em);
    return ink_share(text, {box.left - flank, box.top, flank, box.height}) == 0 &&
           ink_share(text, {box.right(), box.top, flank, box.height}) == 0;
}

cv::Mat without_marks(const cv::Mat& text, double em) {
    cv::Mat rest = text.clone();
    for (const Component& c : find_components(text))
        if (std::max(c.box.width, c.box.height) < kMarkEm * em || is_dash(text, c.box, em))
            rest(to_rect(c.box)).setTo(0);
    return rest;
}

// Rows from `y` on, towards `step`, in which all of [from, to) is white.
int white_rows(const cv::Mat& open, int y, int step, const cv::Range& columns, int most) {
    int rows = 0;
    while (rows < most && y >= 0 && y < open.rows &&
           cv::countNonZero(open.row(y).colRange(columns)) == columns.size()) {
        ++rows;
        y += step;
    }
    return rows;
}

// A column may end with a short line above an indented one: the white between them has type on one side
// only, and the strip would end short of the last line. Tall strips run on through white of their own
// width.
cv::Mat run_on(const cv::Mat& strips, const cv::Mat& text, const std::vector<Box>& blocked, double em) {
    cv::Mat open = text == 0;
    for (const Box& box : blocked) {
        const Box inside = clipped(box, open);
        if (!inside.empty()) open(to_rect(inside)).setTo(0);
    }
    cv::Mat longer = strips.clone();
    const auto extend = [&](int y, int step, const cv::Range& columns) {
        const int beyond = y + step;
        if (beyond < 0 || beyond >= strips.rows || cv::countNonZero(strips.row(beyond).colRange(columns)) > 0)
            return;
        const int rows = white_rows(open, beyond, step, columns, px(kRunOnEm * em));
        if (rows == 0) return;
        const int top = step > 0 ? beyond : beyond - rows + 1;
        longer.rowRange(top, top + rows).colRange(columns).setTo(255);
    };
    for (int y = 0; y < strips.rows; ++y) {
        const auto* row = strips.ptr<std::uint8_t>(y);
        for (int x = 0; x < strips.cols; ++x) {
            if (!row[x]) continue;
            const int from = x;
            while (x < strips.cols && row[x])
                ++x;
            extend(y, 1, {from, x});
            extend(y, -1, {from, x});
        }
    }
    return longer;
}

cv::Mat open_white(const cv::Mat& text, const std::vector<Box>& blocked, const std::vector<Rule>& rules,
                   double em) {
    cv::Mat white = white_between(text, blocked, rules, em);
    for (const Box& box : blocked) {
        const Box inside = clipped(box, white);
        if (!inside.empty()) white(to_rect(inside)).setTo(0);
    }
    return white;
}

// Of all widths and heights that a gutter may have.
cv::Mat strips_of_white(const cv::Mat& text, const std::vector<Box>& blocked, const std::vector<Rule>& rules,
                        double em, const LayoutOptions& options) {
    const cv::Mat white = open_white(text, blocked, rules, em);
    const cv::Mat unmarked = open_white(without_marks(text, em), blocked, {}, em);
    cv::Mat all = cv::Mat::zeros(text.size(), CV_8U);
    for (const Strip& strip : kStrips) {
        const bool tall = strip.height_em >= kTallStripEm;
        cv::Mat strips = opened(tall ? unmarked : white, px(strip.width * options.min_gutter_em * em),
                                px(strip.height_em * em));
        // A rule may end short of its columns' last lines.
        if (tall) strips |= rules_down(text.size(), rules);
        all |= tall ? run_on(strips, text, blocked, em) : strips;
    }
    return all;
}

}  // namespace

cv::Mat find_gutters(const cv::Mat& text, const std::vector<Box>& blocked, const std::vector<Rule>& rules,
                     double em, const LayoutOptions& options) {
    cv::Mat ruled = rules_down(text.size(), rules);
    for (const Box& worn : find_worn_rules(text, rules, em))
        ruled(to_rect(clipped(grown(worn, 1), ruled))).setTo(255);
    cv::Mat gutters = ruled | strips_of_white(text, blocked, rules, em, options);
    gutters = join_gutters(gutters, text, blocked, em);
    return without_chance_gutters(gutters, text, with_blocks(text, blocked, em), ruled, em);
}

}  // namespace banwen
