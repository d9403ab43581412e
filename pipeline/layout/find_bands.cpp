#include "layout/find_bands.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace banwen {
namespace {

constexpr double kThinnestEm = 1.1;
constexpr double kLeastFill = 0.45;      // heavy white type leaves about half of its band dark
constexpr double kLeastPart = 0.15;      // of a piece whose box holds more than the band
constexpr double kSolidRow = 0.6;        // share of ink in the outermost rows and columns of a band
constexpr double kLargestShare = 0.45;   // of the page's width and height together
constexpr std::size_t kFewestParts = 4;  // 目 has three white parts, two characters have more
constexpr double kGrainEm = 0.25;        // white parts that are smaller are no type
constexpr double kMostGrain = 0.06;      // of the box; halftone has more
constexpr double kLeastType = 0.06;      // of the type's own strip
constexpr double kRowGapEm = 0.25;       // white between two lines
constexpr double kOneSize = 1.6;         // a line is not higher than so many of its larger parts

// Stretches [from, to) of a box, across it or down.
using Stretch = std::pair<int, int>;

// The white pieces of a box by their size, in the box's own frame.
struct LightParts {
    std::vector<Box> type;
    double type_area = 0;
    double grain_area = 0;
    bool only_type = true;  // no white piece is larger than the box is thin
};

LightParts light_parts(const Box& box, const cv::Mat& ink, double em) {
    const cv::Mat light = ink(to_rect(box)) == 0;
    LightParts parts;
    for (const Component& c : find_components(light)) {
        const int size = std::max(c.box.width, c.box.height);
        const bool at_edge =
            c.box.left == 0 || c.box.top == 0 || c.box.right() == box.width || c.box.bottom() == box.height;
        if (at_edge || size < kGrainEm * em) {
            parts.grain_area += c.area;
            continue;
        }
        if (size > std::min(box.width, box.height)) parts.only_type = false;
        parts.type.push_back(c.box);
        parts.type_area += c.area;
    }
    return parts;
}

Box box_around(const std::vector<Box>& boxes) {
    Box all;
    for (const Box& box : boxes)
        all = bounding(all, box);
    return all;
}

// Four in five parts are not larger.
int usual_size(const std::vector<Box>& parts) {
    std::vector<int> sizes;
    for (const Box& part : parts)
        sizes.push_back(std::max(part.width, part.height));
    const auto at = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 4 / 5);
    std::nth_element(sizes.begin(), at, sizes.end());
    return *at;
}

// Nothing but dark runs through the whole box between two lines.
bool has_gap(std::vector<Stretch> parts, double least) {
    std::sort(parts.begin(), parts.end());
    int reached = parts.front().second;
    for (const auto& [from, to] : parts) {
        if (from - reached > least) return true;
        reached = std::max(reached, to);
    }
    return false;
}

bool is_one_line(const std::vector<Box>& parts, const Box& band, double em) {
    const bool down = band.height > 1.8 * band.width;
    std::vector<Stretch> stretches;
    for (const Box& part : parts)
        stretches.emplace_back(down ? part.left : part.top, down ? part.right() : part.bottom());
    // Strokes of one character lie above each other with white between them (三), but among a line's
    // characters some are closed.
    const Box type = box_around(parts);
    const double size = usual_size(parts);
    return !has_gap(stretches, std::max(2.0, kRowGapEm * em)) &&
           (down ? type.width : type.height) <= kOneSize * size;
}

// The first and the last row (of a reduced mask: mean ink) that is mostly dark, as [from, to).
Stretch dark_stretch(const cv::Mat& means) {
    const int count = static_cast<int>(means.total());
    int from = 0, to = count;
    while (from < to && means.at<float>(from) < kSolidRow * 255)
        ++from;
    while (to > from && means.at<float>(to - 1) < kSolidRow * 255)
        --to;
    return {from, to};
}

// The box without what clings to the solid: a fringe of ink, the rules of a table under its head.
Box solid_part(const Box& box, const cv::Mat& ink) {
    cv::Mat rows, columns;
    cv::reduce(ink(to_rect(box)), rows, 1, cv::REDUCE_AVG, CV_32F);
    const auto [top, bottom] = dark_stretch(rows);
    if (top == bottom) return {};
    cv::reduce(ink(to_rect({box.left, box.top + top, box.width, bottom - top})), columns, 0, cv::REDUCE_AVG,
               CV_32F);
    const auto [left, right] = dark_stretch(columns.reshape(1, 1));
    return {box.left + left, box.top + top, right - left, bottom - top};
}

std::optional<Band> band_of(const Component& piece, const cv::Mat& ink, double em) {
    if (std::min(piece.box.width, piece.box.height) < kThinnestEm * em ||
        piece.area < kLeastPart * static_cast<double>(piece.box.area()))
        return std::nullopt;
    const Box box = solid_part(piece.box, ink);
    const double thin = std::min(box.width, box.height);
    const double length = std::max(box.width, box.height);
    if (thin < kThinnestEm * em || length < 1.6 * thin) return std::nullopt;
    if (box.width + box.height > kLargestShare * (ink.cols + ink.rows)) return std::nullopt;
    if (ink_share(ink, box) < kLeastFill || !has_solid_sides(box, ink)) return std::nullopt;
    const LightParts parts = light_parts(box, ink, em);
    if (parts.type.size() < kFewestParts || !parts.only_type ||
        parts.grain_area > kMostGrain * static_cast<double>(box.area()))
        return std::nullopt;
    Box type = box_around(parts.type);
    const double strip = thin * (box.width >= box.height ? type.width : type.height);
    if (parts.type_area < kLeastType * strip) return std::nullopt;
    const bool one_line = is_one_line(parts.type, box, em);
    type.left += box.left;
    type.top += box.top;
    return Band{box, type, one_line};
}

}  // namespace

bool has_solid_sides(const Box& box, const cv::Mat& ink) {
    const int band = std::max(2, std::min(box.width, box.height) / 12);
    const Box sides[] = {{box.left, box.top, box.width, band},
                         {box.left, box.bottom() - band, box.width, band},
                         {box.left, box.top, band, box.height},
                         {box.right() - band, box.top, band, box.height}};
    return std::all_of(std::begin(sides), std::end(sides),
                       [&](const Box& side) { return ink_share(ink, side) > 0.8; });
}

std::vector<Band> find_bands(const std::vector<Component>& pieces, const cv::Mat& ink, double em) {
    std::vector<Band> bands;
    for (const Component& piece : pieces)
        if (const std::optional<Band> band = band_of(piece, ink, em)) bands.push_back(*band);
    return bands;
}

cv::Mat with_light_type(const cv::Mat& type, const cv::Mat& ink, const std::vector<Box>& boxes) {
    cv::Mat turned = type.clone();
    for (const Box& box : boxes) {
        const Box inside = clipped(box, type);
        if (inside.empty()) continue;
        turned(to_rect(inside)).setTo(0);
        cv::Mat light = ink(to_rect(inside)) == 0;
        for (const Component& c : find_components(light)) {
            const bool at_edge = c.box.left == 0 || c.box.top == 0 || c.box.right() == inside.width ||
                                 c.box.bottom() == inside.height;
            if (at_edge) light(to_rect(c.box)).setTo(0);
        }
        light.copyTo(turned(to_rect(inside)));
    }
    return turned;
}

}  // namespace banwen
