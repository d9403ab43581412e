// Two or three lines with a comma at the same place, or with one word before an indent, leave white that is
// as wide and as tall as a gutter between two columns of so few lines; and much taller where it goes on
// into the white beside a headline, for which only the lines count that it parts. Two things tell them
// apart. No column is one or two characters wide. And columns end together, at a headline, a rule or the
// white under an article: where the next line of type runs over the white, and no further to the sides than
// the lines beside the white do, all of them are lines of one column.
//
// What this cannot do: two columns of three lines each under which the next article begins without a
// headline or a rule, at just their common width.
#include "layout/chance_gutters.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kShortEm = 4.4;    // rows of type that are parted by chance are fewer
constexpr double kBesideEm = 2.5;   // a row has type on both sides within so much
constexpr double kNarrowEm = 2.6;   // columns are wider
constexpr double kWordGapEm = 1.5;  // white within a line is narrower
constexpr double kLeadingEm = 1.6;  // from the white's end to the foot of the next line
constexpr double kPlayEm = 0.6;

using Row = const std::uint8_t*;

// What a gutter is told by. `type`: ink of body type; `blocks`: that and what else bounds white.
struct Ground {
    const cv::Mat& gutters;
    const cv::Mat& type;
    const cv::Mat& blocks;
    double em;
};

// The furthest ink from `x` on, towards `step`, before a gutter or white wider than `gap`; `x` where there
// is none.
int last_ink(Row text, Row gutters, cv::Range row, int step, int gap) {
    int last = row.start;
    for (int x = row.start, white = 0; x >= 0 && x < row.end && !gutters[x] && white < gap; x += step) {
        white = text[x] ? 0 : white + 1;
        if (text[x]) last = x;
    }
    return last;
}

// One row of a strip of white, and the type beside it.
struct PartedRow {
    int y = 0;
    cv::Range white{0, 0};
    cv::Range type{0, 0};  // from the first ink on the left to the last on the right
};

// The rows of a strip that have type close by on both sides. `strip`: the mask of the piece of gutter in
// `box`.
std::vector<PartedRow> parted_rows(const Ground& ground, const cv::Mat& strip, const Box& box) {
    const int reach = static_cast<int>(kBesideEm * ground.em), gap = static_cast<int>(kWordGapEm * ground.em);
    std::vector<PartedRow> rows;
    for (int y = box.top; y < box.bottom(); ++y) {
        const auto* mask = strip.ptr<std::uint8_t>(y - box.top);
        const auto* first = std::find_if(mask, mask + box.width, [](auto value) { return value != 0; });
        const auto* last = std::find(first, mask + box.width, std::uint8_t{0});
        const cv::Range white(box.left + static_cast<int>(first - mask),
                              box.left + static_cast<int>(last - mask));
        if (ink_share(ground.blocks, {white.start - reach, y, reach, 1}) == 0 ||
            ink_share(ground.blocks, {white.end, y, reach, 1}) == 0)
            continue;
        const Row ink = ground.blocks.ptr<std::uint8_t>(y), walls = ground.gutters.ptr<std::uint8_t>(y);
        const int columns = ground.type.cols;
        rows.push_back({y,
                        white,
                        {last_ink(ink, walls, {white.start - 1, columns}, -1, gap),
                         last_ink(ink, walls, {white.end, columns}, 1, gap)}});
    }
    return rows;
}

bool parts_a_narrow_column(const std::vector<PartedRow>& rows, double em) {
    int left = 0, right = 0;
    for (const PartedRow& row : rows) {
        left = std::max(left, row.white.start - row.type.start);
        right = std::max(right, row.type.end - row.white.end);
    }
    return std::min(left, right) < kNarrowEm * em;
}

// A line that begins or ends at the row `y` runs over the white of `end`, no further to the sides than
// `widest`.
bool runs_across(const Ground& ground, const PartedRow& end, cv::Range widest, int y) {
    const double em = ground.em;
    const Box band = clipped({0, y, ground.type.cols, static_cast<int>(kLeadingEm * em)}, ground.type);
    if (band.height < 0.5 * em) return false;
    cv::Mat ink, walls;
    cv::reduce(ground.type(to_rect(band)), ink, 0, cv::REDUCE_MAX);
    cv::reduce(ground.gutters(to_rect(band)), walls, 0, cv::REDUCE_MAX);
    if (cv::countNonZero(ink.colRange(end.white)) == 0) return false;
    const int middle = (end.white.start + end.white.end) / 2, gap = static_cast<int>(kWordGapEm * em);
    const Row type = ink.ptr<std::uint8_t>(), wall = walls.ptr<std::uint8_t>();
    const int left = last_ink(type, wall, {middle, ink.cols}, -1, gap),
              right = last_ink(type, wall, {middle, ink.cols}, 1, gap);
    return end.white.start - left > kNarrowEm * em && right - end.white.end > kNarrowEm * em &&
           left > widest.start - kPlayEm * em && right < widest.end + kPlayEm * em;
}

// Above or below the strip, or where the lines end that it parts: the last of them may have ended before
// the white.
bool is_run_across(const Ground& ground, const std::vector<PartedRow>& rows, const Box& strip) {
    cv::Range widest = rows.front().type;
    for (const PartedRow& row : rows)
        widest = {std::min(widest.start, row.type.start), std::max(widest.end, row.type.end)};
    const int leading = static_cast<int>(kLeadingEm * ground.em);
    return runs_across(ground, rows.back(), widest, rows.back().y + 1) ||
           runs_across(ground, rows.back(), widest, strip.bottom()) ||
           runs_across(ground, rows.front(), widest, rows.front().y - leading) ||
           runs_across(ground, rows.front(), widest, strip.top - leading);
}

bool is_chance(const Ground& ground, const cv::Mat& mask, const Box& strip) {
    const std::vector<PartedRow> rows = parted_rows(ground, mask, strip);
    if (rows.empty() || static_cast<double>(rows.size()) >= kShortEm * ground.em) return false;
    return parts_a_narrow_column(rows, ground.em) || is_run_across(ground, rows, strip);
}

}  // namespace

cv::Mat without_chance_gutters(const cv::Mat& gutters, const cv::Mat& text, const cv::Mat& blocks,
                               const cv::Mat& ruled, double em) {
    const Ground ground{gutters, text, blocks, em};
    cv::Mat rest = gutters.clone(), labels, stats, middles;
    const int count = cv::connectedComponentsWithStats(gutters, labels, stats, middles);
    for (int label = 1; label < count; ++label) {
        const Box strip{stats.at<int>(label, cv::CC_STAT_LEFT), stats.at<int>(label, cv::CC_STAT_TOP),
                        stats.at<int>(label, cv::CC_STAT_WIDTH), stats.at<int>(label, cv::CC_STAT_HEIGHT)};
        const cv::Mat mask = labels(to_rect(strip)) == label;
        if (cv::countNonZero(ruled(to_rect(strip)) & mask) == 0 && is_chance(ground, mask, strip))
            rest(to_rect(strip)).setTo(0, mask);
    }
    return rest;
}

}  // namespace banwen
