#include "recognize/strip.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <opencv2/imgproc.hpp>

#include "recognize/sideways.h"
#include "recognize/upright_stops.h"

namespace banwen {
namespace {

// Share of each row that is ink, 0..1.
std::vector<double> row_shares(const cv::Mat& ink) {
    std::vector<double> shares;
    for (int y = 0; y < ink.rows; ++y)
        shares.push_back(cv::countNonZero(ink.row(y)) / static_cast<double>(ink.cols));
    return shares;
}

// The cheapest way to divide the rows above a row: where its last cell or gap begins.
struct Division {
    double cost = std::numeric_limits<double>::infinity();
    int begins = 0;
    bool is_cell = false;
};

constexpr double kGapRowCost = 0.001;  // a little, so that blank rows go to the cells beside them
constexpr double kCutShort = 0.2;      // share of a misfit that counts at the line's ends
constexpr double kShortestCell = 0.15, kLongestCell = 1.4;  // em

class Divider {
  public:
    Divider(std::vector<double> shares, double type_size)
        : shares_(std::move(shares)), type_size_(type_size), best_(shares_.size() + 1) {
        const auto inked = [](double share) { return share > 0; };
        first_ =
            static_cast<std::size_t>(std::find_if(shares_.begin(), shares_.end(), inked) - shares_.begin());
        last_ =
            static_cast<std::size_t>(shares_.rend() - std::find_if(shares_.rbegin(), shares_.rend(), inked));
        best_[0].cost = 0;
        for (std::size_t y = 0; y < shares_.size(); ++y)
            extend_from(y);
    }

    std::vector<Cell> cells() const {
        std::vector<Cell> cells;
        for (int end = static_cast<int>(shares_.size()); end > 0;) {
            const Division& last = best_[static_cast<std::size_t>(end)];
            if (last.is_cell) cells.push_back({last.begins, end});
            end = last.begins;
        }
        std::reverse(cells.begin(), cells.end());
        return cells;
    }

  private:
    double ink_at_cut(std::size_t y) const {
        return y == 0 || y >= shares_.size() ? 0 : std::min(shares_[y - 1], shares_[y]);
    }

    // How far a cell's rows are from a character's. The line begins and ends with ink, which need not fill
    // its cell.
    double misfit(std::size_t begins, std::size_t end) const {
        const double off = (static_cast<double>(end - begins) - type_size_) / type_size_;
        const bool cut_short = off < 0 && (begins == first_ || end == last_);
        return off * off * (cut_short ? kCutShort : 1);
    }

    void offer(std::size_t end, const Division& division) {
        if (division.cost < best_[end].cost) best_[end] = division;
    }

    void extend_from(std::size_t y) {
        const double so_far = best_[y].cost;
        if (std::isinf(so_far)) return;
        const int begins = static_cast<int>(y);
        if (shares_[y] == 0) offer(y + 1, {so_far + kGapRowCost, begins, false});
        const auto longest = static_cast<std::size_t>(std::max(2.0, kLongestCell * type_size_));
        const auto shortest = static_cast<std::size_t>(std::max(1.0, kShortestCell * type_size_));
        for (std::size_t end = y + shortest; end <= std::min(y + longest, shares_.size()); ++end) {
            offer(end, {so_far + misfit(y, end) + ink_at_cut(end), begins, true});
        }
        // What is left at the foot may be shorter than any character.
        if (y + shortest > shares_.size()) offer(shares_.size(), {so_far + 1, begins, true});
    }

    std::vector<double> shares_;
    double type_size_;
    std::vector<Division> best_;
    std::size_t first_ = 0, last_ = 0;  // of the rows with ink: the first, and the one behind the last
};

Box ink_bounds(const cv::Mat& ink) {
    const cv::Rect rect = cv::boundingRect(ink);
    return {rect.x, rect.y, rect.width, rect.height};
}

bool is_broad_and_low(const Box& ink, double type_size) {
    return ink.width > 0.3 * type_size && ink.height < 0.5 * type_size && ink.width > 1.2 * ink.height;
}

// The ink of a cell, with the white above and below it up to the next ink of the line.
struct CellInk {
    Box box;  // in the column
    int above = 0, below = 0;
    bool is_stop = false;  // for certain
    bool is_sideways = false;
};

// Ends of the cell's runs of inked rows: where it could be parted further.
std::vector<int> ends_of_ink(const Cell& cell, const cv::Mat& ink) {
    std::vector<int> ends;
    for (int y = cell.top + 1; y < cell.bottom; ++y)
        if (cv::countNonZero(ink.row(y)) == 0 && cv::countNonZero(ink.row(y - 1)) > 0) ends.push_back(y);
    return ends;
}

// A stop may have come into the cell of the character or the closing mark beside it; where it ends or
// begins.
std::optional<int> joint_of_stop(const Cell& cell, const cv::Mat& ink, double type_size) {
    for (const int y : ends_of_ink(cell, ink)) {
        const Box upper = ink_bounds(ink.rowRange(cell.top, y));
        const Box lower = ink_bounds(ink.rowRange(y, cell.bottom));
        if (upper.empty() || lower.empty()) continue;
        const bool ends = (is_upright_stop(lower, ink.cols, type_size) && upper.height > 0.8 * type_size) ||
                          (is_small_mark(lower, type_size) && is_broad_and_low(upper, type_size));
        const bool begins = is_upright_stop(upper, ink.cols, type_size) && is_broad_and_low(lower, type_size);
        if (ends || begins) return y;
    }
    return std::nullopt;
}

std::vector<Cell> without_joined_stops(const std::vector<Cell>& cells, const cv::Mat& ink, double type_size) {
    std::vector<Cell> parted;
    for (const Cell& cell : cells) {
        const std::optional<int> joint = joint_of_stop(cell, ink, type_size);
        parted.push_back({cell.top, joint.value_or(cell.bottom)});
        if (joint) parted.push_back({*joint, cell.bottom});
    }
    return parted;
}

Box ink_in(const Cell& cell, const cv::Mat& ink) {
    Box box = ink_bounds(ink.rowRange(cell.top, cell.bottom));
    box.top += cell.top;
    return box;
}

// What stands in a column, each kind by itself.
struct ColumnParts {
    Strip characters;  // the column without the others
    std::vector<Cell> cells;
    std::vector<Box> stops;
    std::vector<Cell> sideways;
};

// The ink of all parts, in the order of the line.
std::vector<CellInk> ink_of_parts(const ColumnParts& parts, const cv::Mat& whole) {
    const int far = whole.rows;
    std::vector<CellInk> inks;
    for (const Cell& cell : parts.cells)
        inks.push_back({ink_in(cell, parts.characters.ink), far, far});
    for (const Box& stop : parts.stops)
        inks.push_back({stop, far, far, true});
    for (const Cell& run : parts.sideways)
        inks.push_back({ink_in(run, whole), far, far, false, true});
    std::sort(inks.begin(), inks.end(),
              [](const CellInk& a, const CellInk& b) { return a.box.center().y < b.box.center().y; });
    for (std::size_t i = 1; i < inks.size(); ++i)
        inks[i - 1].below = inks[i].above = inks[i].box.top - inks[i - 1].box.bottom();
    return inks;
}

// Brackets, quotes and dashes lie across a vertical line. A bracket or quote is broad and low, and close to
// the character that it belongs to, where the character for one (一) has white on both sides.
bool lies_across(const CellInk& ink, int column_width, double type_size) {
    if (ink.is_stop) return false;
    if (ink.box.width < 0.2 * type_size) return ink.box.height > 0.78 * type_size;
    if (is_upright_stop(ink.box, column_width, type_size) && ink.above <= ink.below) return false;
    return is_broad_and_low(ink.box, type_size) && std::min(ink.above, ink.below) < 0.3 * type_size;
}

// Where the cell's ink goes in its square. Vertical type has its commas and stops in the upper right
// corner, horizontal type in the lower left.
// A decimal point keeps the lower left corner that it has there.
Point place_in_square(const CellInk& part, int side, int column_width, double type_size) {
    const Box& ink = part.box;
    const bool is_point = std::max(ink.width, ink.height) < 0.2 * type_size &&
                          ink.center().x < 0.4 * column_width && part.above > 2 * part.below;
    if (is_point || is_upright_stop(ink, column_width, type_size))
        return {side * 0.1, side * 0.9 - ink.height};
    const double left = ink.left + (side - column_width) / 2.0;
    return {std::clamp(left, 0.0, static_cast<double>(side - ink.width)), (side - ink.height) / 2.0};
}

// The same for a mark that is turned to the left: what was right is above then.
Point place_turned(const Box& ink, int side, int column_width) {
    const double top = column_width - ink.right() + (side - column_width) / 2.0;
    return {(side - ink.height) / 2.0, std::clamp(top, 0.0, static_cast<double>(side - ink.width))};
}

cv::Mat turned_left(const cv::Mat& image) {
    cv::Mat turned;
    cv::rotate(image, turned, cv::ROTATE_90_COUNTERCLOCKWISE);
    return turned;
}

cv::Rect rect_of(const Box& box) {
    return {box.left, box.top, box.width, box.height};
}

int side_of_squares(const std::vector<CellInk>& inks, double type_size) {
    double side = std::ceil(type_size * 0.95);
    for (const CellInk& ink : inks)
        side =
            std::max<double>(side, ink.is_sideways ? ink.box.width : std::max(ink.box.width, ink.box.height));
    return static_cast<int>(side);
}

// White before and behind a run that lay on its side.
int white_beside_run(int side) {
    return side / 6;
}

// What the part takes of the strip's width.
int width_in_strip(const CellInk& ink, int side) {
    return ink.is_sideways ? ink.box.height + 2 * white_beside_run(side) : side;
}

void erase(Strip& strip, const cv::Rect& where) {
    strip.gray(where).setTo(255);
    strip.ink(where).setTo(0);
}

ColumnParts parts_of(const Strip& column, double type_size) {
    ColumnParts parts{{column.gray.clone(), column.ink.clone(), column.pieces},
                      {},
                      {},
                      find_sideways_runs(column.ink, type_size)};
    Strip& rest = parts.characters;
    for (const Cell& run : parts.sideways)
        erase(rest, {0, run.top, column.ink.cols, run.bottom - run.top});
    parts.stops = find_upright_stops(rest.ink, type_size);
    for (const Box& stop : parts.stops)
        erase(rest, rect_of(stop));
    parts.cells = without_joined_stops(cut_into_cells(rest.ink, type_size), rest.ink, type_size);
    return parts;
}

// Sets the ink into the square whose left edge is at `left`.
void set_ink(Strip& strip, const Strip& column, const CellInk& ink, const cv::Rect& square,
             double type_size) {
    const bool turned = lies_across(ink, column.ink.cols, type_size);
    const cv::Rect source = rect_of(ink.box);
    const cv::Mat gray = turned ? turned_left(column.gray(source)) : column.gray(source);
    const cv::Mat black = turned ? turned_left(column.ink(source)) : column.ink(source);
    const Point place = turned ? place_turned(ink.box, square.width, column.ink.cols)
                               : place_in_square(ink, square.width, column.ink.cols, type_size);
    const cv::Rect target(square.x + static_cast<int>(place.x), square.y + static_cast<int>(place.y),
                          gray.cols, gray.rows);
    gray.copyTo(strip.gray(target));
    black.copyTo(strip.ink(target));
    const Point corner = column.pieces.front().on_page;
    StripPiece piece{square.x,
                     square.width,
                     {corner.x + source.x - (target.x - square.x), corner.y + source.y - target.y},
                     {}};
    if (turned)
        piece.turned = {static_cast<int>(corner.x) + source.x, static_cast<int>(corner.y) + source.y,
                        source.width, source.height};
    strip.pieces.push_back(piece);
}

// Sets a run that lay on its side into the place that begins at `left`.
void set_run(Strip& strip, const Strip& column, const Box& run, const cv::Rect& place) {
    const cv::Mat gray = turned_left(column.gray(rect_of(run))),
                  black = turned_left(column.ink(rect_of(run)));
    const int top = place.y + static_cast<int>(place_turned(run, place.height, column.ink.cols).y);
    const cv::Rect target(place.x + white_beside_run(place.height), top, gray.cols, gray.rows);
    gray.copyTo(strip.gray(target));
    black.copyTo(strip.ink(target));
    const Point corner = column.pieces.front().on_page;
    strip.pieces.push_back(
        {target.x, target.width, {corner.x + run.right() + target.y, corner.y + run.top}, {}, true});
}

}  // namespace

std::vector<Cell> cut_into_cells(const cv::Mat& ink, double type_size) {
    if (ink.empty()) return {};
    std::vector<Cell> cells = Divider(row_shares(ink), std::max(type_size, 1.0)).cells();
    std::erase_if(
        cells, [&](const Cell& cell) { return cv::countNonZero(ink.rowRange(cell.top, cell.bottom)) == 0; });
    return cells;
}

Strip side_by_side(const Strip& column, double type_size, int margin) {
    const ColumnParts parts = parts_of(column, type_size);
    const std::vector<CellInk> inks = ink_of_parts(parts, column.ink);
    const int side = side_of_squares(inks, type_size);
    int width = 2 * margin;
    for (const CellInk& ink : inks)
        width += width_in_strip(ink, side);
    const cv::Size size(width, side + 2 * margin);
    Strip strip{cv::Mat(size, CV_8UC1, cv::Scalar(255)), cv::Mat::zeros(size, CV_8UC1), {}};
    int left = margin;
    for (const CellInk& ink : inks) {
        const cv::Rect place(left, margin, width_in_strip(ink, side), side);
        if (ink.is_sideways)
            set_run(strip, column, ink.box, place);
        else
            set_ink(strip, ink.is_stop ? column : parts.characters, ink, place, type_size);
        left += place.width;
    }
    return strip;
}

}  // namespace banwen
