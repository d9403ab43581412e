#include "layout/find_pictures.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr int kPaper = 205;           // lighter than this is paper, in a flattened page
constexpr double kDarkShare = 0.62;   // of a window; the blackest headline type stays below 0.6
constexpr double kLargestTypeEm = 9;  // no single piece of type is wider and higher than this

// Parts of one photograph: they touch, or stand level with little between them.
bool parts_of_one(const Box& a, const Box& b, double em) {
    if (!intersection(grown(a, static_cast<int>(0.6 * em)), b).empty()) return true;
    const int gap = std::max(a.left, b.left) - std::min(a.right(), b.right());
    return gap < 3 * em && std::min(a.height, b.height) > 5 * em &&
           overlap_y(a, b) > 0.6 * std::min(a.height, b.height);
}

std::vector<Box> merge_parts(std::vector<Box> boxes, double em) {
    for (bool merged = true; merged;) {
        merged = false;
        for (std::size_t i = 0; i < boxes.size() && !merged; ++i)
            for (std::size_t j = i + 1; j < boxes.size() && !merged; ++j) {
                if (!parts_of_one(boxes[i], boxes[j], em)) continue;
                boxes[i] = bounding(boxes[i], boxes[j]);
                boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(j));
                merged = true;
            }
    }
    return boxes;
}

// The window's mean is small at an area's edge; growing the core by half a window gives the edge back.
std::vector<Box> dark_cores(const cv::Mat& gray, double em) {
    const double scale = 6.0 / em;
    cv::Mat small, dark, mean;
    cv::threshold(gray, dark, kPaper, 255, cv::THRESH_BINARY_INV);
    cv::resize(dark, small, {}, scale, scale, cv::INTER_AREA);
    cv::boxFilter(small, mean, CV_8U, {9, 9});
    cv::Mat cores = mean > 255 * kDarkShare;
    cv::morphologyEx(cores, cores, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {5, 3}));
    cv::dilate(cores, cores, cv::getStructuringElement(cv::MORPH_RECT, {9, 7}));
    std::vector<Box> boxes;
    for (const Component& c : find_components(cores)) {
        const auto up = [scale](int v) { return static_cast<int>(std::lround(v / scale)); };
        boxes.push_back(clipped({up(c.box.left), up(c.box.top), up(c.box.width), up(c.box.height)}, gray));
    }
    return boxes;
}

// Ink in one piece larger than type, unless it only runs along the sides of its box (a frame).
std::vector<Box> large_pieces(const std::vector<Component>& pieces, double em) {
    std::vector<Box> boxes;
    for (const Component& c : pieces) {
        if (c.box.width < kLargestTypeEm * em || c.box.height < kLargestTypeEm * em) continue;
        const double fill = static_cast<double>(c.area) / static_cast<double>(c.box.area());
        if (fill > 0.12) boxes.push_back(c.box);
    }
    return boxes;
}

// The tight box of what is dark in a found area.
Box tightened(const Box& box, const cv::Mat& gray) {
    cv::Mat dark = gray(to_rect(box)) < kPaper;
    cv::Mat columns, rows;
    cv::reduce(dark, columns, 0, cv::REDUCE_AVG, CV_32F);
    cv::reduce(dark, rows, 1, cv::REDUCE_AVG, CV_32F);
    const auto limits = [](const cv::Mat& profile) {
        const int n = static_cast<int>(profile.total());
        int first = 0, last = n - 1;
        while (first < n - 1 && profile.at<float>(first) < 0.4F * 255)
            ++first;
        while (last > first && profile.at<float>(last) < 0.4F * 255)
            --last;
        return std::pair(first, last + 1);
    };
    const auto [left, right] = limits(columns);
    const auto [top, bottom] = limits(rows.reshape(1, 1));
    if (right - left < 3 || bottom - top < 3) return box;
    return {box.left + left, box.top + top, right - left, bottom - top};
}

// The densest characters of bold headline type look like small pictures, but others of their size stand
// beside them.
bool is_headline_glyph(const Box& box, const std::vector<Component>& pieces, double em) {
    if (std::max(box.width, box.height) > kLargestTypeEm * em) return false;
    return std::any_of(pieces.begin(), pieces.end(), [&](const Component& other) {
        const int gap = std::max(box.left, other.box.left) - std::min(box.right(), other.box.right());
        const bool like = other.box.height > 0.6 * box.height && other.box.height < 1.5 * box.height &&
                          other.box.width < 1.6 * box.height;
        return like && gap > 0 && gap < 0.8 * box.height &&
               overlap_y(other.box, box) > 0.7 * std::min(box.height, other.box.height);
    });
}

// White pieces of the height of type, standing in a row (or a column), in an otherwise solid box.
bool holds_light_type(const Box& box, const cv::Mat& ink, double em) {
    const double thin = std::min(box.width, box.height);
    if (thin > 7 * em || thin < 0.8 * em) return false;
    const double share = ink_share(ink, box);
    if (share < 0.45 || share > 0.93) return false;
    const cv::Mat light = ink(to_rect(box)) == 0;
    double type_area = 0;
    int pieces = 0;
    for (const Component& c : find_components(light)) {
        const int size = std::max(c.box.width, c.box.height);
        const bool at_edge =
            c.box.left == 0 || c.box.top == 0 || c.box.right() == box.width || c.box.bottom() == box.height;
        if (at_edge || size < 0.25 * em) continue;
        if (size > thin) return false;
        ++pieces;
        type_area += c.area;
    }
    return pieces >= 2 && type_area > 0.06 * static_cast<double>(box.area());
}

}  // namespace

DarkAreas find_dark_areas(const cv::Mat& gray, const cv::Mat& ink, double em, const LayoutOptions& options) {
    DarkAreas found;
    if (gray.empty() || em <= 0) return found;
    std::vector<Box> boxes;
    for (const Box& core : dark_cores(gray, em)) {
        const Box box = tightened(core, gray);
        if (holds_light_type(box, ink, em))
            found.reversed.push_back(box);
        else if (std::min(box.width, box.height) >= 1.5 * em)
            boxes.push_back(box);
    }
    const std::vector<Component> pieces = find_components(ink);
    for (const Box& box : large_pieces(pieces, em))
        boxes.push_back(box);
    std::erase_if(boxes, [&](const Box& box) { return is_headline_glyph(box, pieces, em); });
    for (const Box& box : merge_parts(std::move(boxes), em)) {
        if (box.width < options.min_picture_em * em || box.height < options.min_picture_em * em) continue;
        found.pictures.push_back({box, std::min(1.0, ink_share(ink, box) + 0.3)});
    }
    std::erase_if(found.reversed, [&](const Box& label) {
        return std::any_of(found.pictures.begin(), found.pictures.end(),
                           [&](const Picture& p) { return share_inside(label, p.box) > 0.5; });
    });
    return found;
}

}  // namespace banwen
