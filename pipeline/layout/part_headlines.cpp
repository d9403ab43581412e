#include "layout/part_headlines.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kGap = 0.85;     // white that may part two headlines, in the headline's type size
constexpr double kWideGap = 1.7;  // white that a single headline seldom has
constexpr double kReachEm = 7;    // from a headline down to its columns, decks in between
constexpr double kIndentEm = 1.2;
constexpr double kDeckReach = 1.2;   // white between a headline and its kicker, in the headline's type size
constexpr double kOtherSize = 0.85;  // characters of one type fill their height to more than this share
constexpr double kEnough = 1.9;      // sum of the signs from which on the line is cut

struct Gap {
    int left = 0;
    int right = 0;
};

std::vector<Gap> gaps_of(const HeadlineLine& line, const cv::Mat& ink) {
    const Box box = clipped(line.box, ink);
    if (box.empty()) return {};
    cv::Mat inked;
    cv::reduce(ink(to_rect(box)), inked, 0, cv::REDUCE_MAX);
    std::vector<Gap> gaps;
    int last = -1;
    for (int x = 0; x < box.width; ++x) {
        if (!inked.at<std::uint8_t>(x)) continue;
        if (last >= 0 && x - last > kGap * line.type_size)
            gaps.push_back({box.left + last + 1, box.left + x});
        last = x;
    }
    return gaps;
}

bool starts_below(const Region& column, const Box& headline, double em) {
    const int step = column.box.top - headline.bottom();
    const bool text = column.kind == RegionKind::body || column.kind == RegionKind::crosshead;
    return text && step > -em && step < kReachEm * em &&
           overlap_x(column.box, grown(headline, static_cast<int>(4 * em))) > 0;
}

// The topmost regions below the headline, from left to right, one a column.
std::vector<const Region*> columns_below(const Box& headline, const std::vector<Region>& columns, double em) {
    std::vector<const Region*> below;
    for (const Region& column : columns) {
        if (!starts_below(column, headline, em)) continue;
        const auto same = std::find_if(below.begin(), below.end(), [&](const Region* other) {
            return overlap_x(other->box, column.box) > 0.5 * std::min(other->box.width, column.box.width);
        });
        if (same == below.end())
            below.push_back(&column);
        else if (column.box.top < (*same)->box.top)
            *same = &column;
    }
    std::sort(below.begin(), below.end(),
              [](const Region* a, const Region* b) { return a->box.left < b->box.left; });
    return below;
}

// The last line of the column that begins with `top` ends well before the measure does.
bool ends_paragraph(const Region& top, const std::vector<Region>& columns, double em) {
    const Region* foot = &top;
    for (const Region& column : columns) {
        const bool hangs = column.kind != RegionKind::headline && column.box.top > foot->box.top &&
                           column.box.top - foot->box.bottom() < 1.5 * em &&
                           std::abs(column.box.left - top.box.left) < em;
        if (hangs) foot = &column;
    }
    return foot->box.right() - foot->lines.back().box.right() > 0.8 * em;
}

double off_centre(int part_left, int part_right, int left, int right) {
    return std::abs((part_left + part_right) / 2.0 - (left + right) / 2.0);
}

// A comma or a colon stands before the gap: the headline goes on after it.
bool follows_punctuation(const HeadlineLine& line, const Gap& gap, const cv::Mat& ink) {
    const int reach = static_cast<int>(0.5 * line.type_size);
    const Box before = ink_box(ink, {gap.left - reach, line.box.top, reach, line.box.height});
    return before.height < 0.5 * line.type_size && before.width < 0.45 * line.type_size;
}

// Lines that stand close above or below the headline: its kickers and decks.
std::vector<Box> decks_of(const HeadlineLine& line, const std::vector<HeadlineLine>& lines,
                          const std::vector<Region>& columns) {
    const double reach = kDeckReach * line.type_size;
    std::vector<Box> decks;
    const auto add = [&](const Box& box) {
        const int white = std::max(box.top, line.box.top) - std::min(box.bottom(), line.box.bottom());
        if (white >= 0 && white < reach && overlap_x(box, line.box) > 0.8 * box.width) decks.push_back(box);
    };
    for (const HeadlineLine& other : lines)
        if (other.mode == WritingMode::horizontal) add(other.box);
    for (const Region& column : columns)
        if (column.lines.size() == 1) add(column.lines.front().box);
    return decks;
}

// Level with each other, above or below both parts, each part has a deck of its own, centred on it or flush
// with it.
bool has_decks_each(const HeadlineLine& line, const Gap& gap, const std::vector<Box>& decks, double em) {
    const auto belongs = [&](const Box& deck, int left, int right) {
        return deck.left > left - em && deck.right() < right + em &&
               (off_centre(deck.left, deck.right(), left, right) < em || std::abs(deck.left - left) < em);
    };
    for (const Box& a : decks)
        for (const Box& b : decks)
            if (overlap_y(a, b) > 0.5 * std::min(a.height, b.height) && belongs(a, line.box.left, gap.left) &&
                belongs(b, gap.right, line.box.right()))
                return true;
    return false;
}

int highest_piece(const cv::Mat& ink, const Box& box) {
    const Box inside = clipped(box, ink);
    int highest = 0;
    if (!inside.empty())
        for (const Component& piece : find_components(ink(to_rect(inside))))
            highest = std::max(highest, piece.box.height);
    return highest;
}

// The part before the gap, as far as the next wide white, and the part behind it are of different type. Latin
// words differ in height with the letters that reach up or down; their highest letters do not.
bool changes_size(const HeadlineLine& line, const Gap& gap, const cv::Mat& ink) {
    const int least = static_cast<int>(2 * line.type_size);
    if (gap.left - line.box.left < least || line.box.right() - gap.right < least) return false;
    const Box before{gap.left - least, line.box.top, least, line.box.height};
    const Box after{gap.right, line.box.top, least, line.box.height};
    const auto differ = [](int a, int b) { return std::min(a, b) < kOtherSize * std::max(a, b); };
    return differ(ink_box(ink, before).height, ink_box(ink, after).height) &&
           differ(highest_piece(ink, before), highest_piece(ink, after));
}

double signs_of_two(const HeadlineLine& line, const Gap& gap, const std::vector<const Region*>& below,
                    const std::vector<Region>& columns, double em) {
    const double middle = (gap.left + gap.right) / 2.0;
    const auto right =
        std::find_if(below.begin(), below.end(), [&](const Region* r) { return r->box.center().x > middle; });
    if (right == below.end() || right == below.begin()) return 0;
    const Region& after = **right;
    const Region& before = **std::prev(right);
    const double reach = line.type_size;
    if (after.box.left < gap.left - reach || before.box.right() > gap.right + reach) return 0;
    if (after.kind == RegionKind::crosshead || after.lines.front().box.left - after.box.left < kIndentEm * em)
        return 0;
    double signs = 1;
    signs += ends_paragraph(before, columns, em) ? 1 : -2;
    if (std::abs(after.box.top - before.box.top) > 0.35 * em) signs += 1;
    if (gap.right - gap.left > kWideGap * line.type_size) signs += 1;
    const int left_end = below.front()->box.left, right_end = below.back()->box.right();
    const double parts = std::max(off_centre(line.box.left, gap.left, left_end, before.box.right()),
                                  off_centre(gap.right, line.box.right(), after.box.left, right_end));
    const double whole = off_centre(line.box.left, line.box.right(), left_end, right_end);
    signs += parts < 1.5 * em ? 1 : parts > whole + em ? -1 : 0;
    return signs;
}

HeadlineLine piece_of(const HeadlineLine& line, int left, int right, const cv::Mat& ink) {
    HeadlineLine piece = line;
    piece.box = ink_box(ink, {left, line.box.top, right - left, line.box.height});
    piece.type_size = std::min<double>(line.type_size, piece.box.height);
    return piece;
}

}  // namespace

std::vector<HeadlineLine> part_headlines(std::vector<HeadlineLine> lines, const cv::Mat& ink,
                                         const std::vector<Region>& columns, double em) {
    std::vector<HeadlineLine> parted;
    for (const HeadlineLine& line : lines) {
        int left = line.box.left;
        if (line.mode == WritingMode::horizontal) {
            const std::vector<const Region*> below = columns_below(line.box, columns, em);
            const std::vector<Box> decks = decks_of(line, lines, columns);
            for (const Gap& gap : gaps_of(line, ink)) {
                if (follows_punctuation(line, gap, ink)) continue;
                const double signs = signs_of_two(line, gap, below, columns, em) +
                                     (has_decks_each(line, gap, decks, em) ? 2 : 0) +
                                     (changes_size(line, gap, ink) ? 2 : 0);
                if (signs < kEnough) continue;
                parted.push_back(piece_of(line, left, gap.left, ink));
                left = gap.right;
            }
        }
        parted.push_back(left == line.box.left ? line : piece_of(line, left, line.box.right(), ink));
    }
    return parted;
}

}  // namespace banwen
