#include "recognize/line_image.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "recognize/strip.h"

namespace banwen {
namespace {

constexpr int kLongestSide = 32000;  // px; Tesseract refuses images over 32,767

cv::Rect rect_of(const Box& box) {
    return {box.left, box.top, box.width, box.height};
}

// A copy of the part `box` of the image, which lies inside it.
cv::Mat part_of(const GrayImage& image, const Box& box) {
    const cv::Mat whole(image.height, image.width, CV_8UC1, const_cast<std::uint8_t*>(image.pixels.data()));
    return whole(rect_of(box)).clone();
}

GrayImage image_of(const cv::Mat& mat) {
    GrayImage image = blank_image(mat.cols, mat.rows);
    mat.copyTo(cv::Mat(image.height, image.width, CV_8UC1, image.pixels.data()));
    return image;
}

// The line with enough around it to tell its own ink from ink that only reaches in.
struct Window {
    Box box;  // in the page's frame
    cv::Mat gray;
    cv::Mat ink;
};

Window open_window(const CleanPage& page, const LineBox& line, int margin) {
    // Around white type the black ground may end at any pixel, so nothing beyond the margin is looked at.
    const int reach = line.reversed ? margin : std::max(margin, static_cast<int>(line.type_size / 2));
    const Box box = intersection(grown(line.box, reach), {0, 0, page.gray.width, page.gray.height});
    if (box.empty()) return {};
    Window window{box, part_of(page.gray, box), {}};
    if (line.reversed) {
        cv::bitwise_not(window.gray, window.gray);
        cv::threshold(window.gray, window.ink, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
    } else {
        window.ink = part_of(page.ink, box);
    }
    return window;
}

// Which pieces of ink belong to the line: bounds of those, and a mask of each kind.
struct SortedInk {
    cv::Mat own;
    cv::Mat foreign;
    Box bounds;  // of `own`, in the window
};

bool belongs(const Box& piece, const Box& line) {
    const Point middle = piece.center();
    const bool centred = middle.x >= line.left && middle.x <= line.right() && middle.y >= line.top &&
                         middle.y <= line.bottom();
    return centred && share_inside(piece, line) > 0.5;
}

SortedInk sort_ink(const Window& window, const LineBox& line) {
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(window.ink, labels, stats, centroids, 8);
    const Box inside{line.box.left - window.box.left - 1, line.box.top - window.box.top - 1,
                     line.box.width + 2, line.box.height + 2};
    const double speck = line.type_size * line.type_size / 150;
    SortedInk sorted;
    std::vector<std::uint8_t> is_own(static_cast<std::size_t>(count), 0);
    for (int i = 1; i < count; ++i) {
        const Box piece{stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                        stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT)};
        if (!belongs(piece, inside)) continue;
        is_own[static_cast<std::size_t>(i)] = 255;
        if (stats.at<int>(i, cv::CC_STAT_AREA) >= speck) sorted.bounds = bounding(sorted.bounds, piece);
    }
    sorted.own = cv::Mat::zeros(labels.size(), CV_8UC1);
    for (int y = 0; y < labels.rows; ++y)
        for (int x = 0; x < labels.cols; ++x)
            sorted.own.at<std::uint8_t>(y, x) = is_own[static_cast<std::size_t>(labels.at<int>(y, x))];
    sorted.foreign = window.ink & ~sorted.own;
    return sorted;
}

// The grey rim of foreign ink goes with it, but nothing of the line's own strokes.
void paint_over(cv::Mat& gray, const SortedInk& ink) {
    const cv::Mat around = cv::Mat::ones(5, 5, CV_8UC1);
    const cv::Mat rim = cv::Mat::ones(3, 3, CV_8UC1);
    cv::Mat foreign, own;
    cv::dilate(ink.foreign, foreign, around);
    cv::dilate(ink.own, own, rim);
    gray.setTo(255, foreign & ~own);
}

// A line of dashes alone is still read at the height of its type, not blown up to the height of a line.
Box with_type_height(Box ink, double type_size) {
    const int missing = static_cast<int>(type_size * 0.9) - ink.height;
    if (missing <= 0) return ink;
    return {ink.left, ink.top - missing / 2, ink.width, ink.height + missing};
}

// The crop of the window, padded with paper where it reaches over the window's edge.
cv::Mat padded_crop(const cv::Mat& image, const Box& crop, std::uint8_t paper) {
    cv::Mat result(crop.height, crop.width, CV_8UC1, cv::Scalar(paper));
    const Box inside = intersection(crop, {0, 0, image.cols, image.rows});
    if (inside.empty()) return result;
    const Box target{inside.left - crop.left, inside.top - crop.top, inside.width, inside.height};
    image(rect_of(inside)).copyTo(result(rect_of(target)));
    return result;
}

double scale_for(const cv::Size& strip, int line_height) {
    return std::min(static_cast<double>(line_height) / strip.height,
                    static_cast<double>(kLongestSide) / strip.width);
}

cv::Mat scaled(const cv::Mat& gray, double scale) {
    if (scale == 1) return gray;
    const cv::Size size(std::max(1, static_cast<int>(std::lround(gray.cols * scale))),
                        std::max(1, static_cast<int>(std::lround(gray.rows * scale))));
    cv::Mat result;
    cv::resize(gray, result, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

}  // namespace

CutLine cut_line(const CleanPage& page, const LineBox& line, WritingMode mode,
                 const LineImageOptions& options) {
    const int margin = std::max(2, static_cast<int>(std::lround(options.margin_em * line.type_size)));
    Window window = open_window(page, line, margin);
    if (window.box.empty()) return {};
    const SortedInk ink = sort_ink(window, line);
    if (ink.bounds.empty()) return {};
    paint_over(window.gray, ink);

    const Box bounds =
        mode == WritingMode::vertical ? ink.bounds : with_type_height(ink.bounds, line.type_size);
    const Box crop = grown(bounds, margin);
    const Point corner{static_cast<double>(window.box.left + crop.left),
                       static_cast<double>(window.box.top + crop.top)};
    Strip strip{
        padded_crop(window.gray, crop, 255), padded_crop(ink.own, crop, 0), {{0, crop.width, corner}}};
    if (mode == WritingMode::vertical) strip = side_by_side(strip, line.type_size, margin);

    const double scale = scale_for(strip.gray.size(), options.line_height);
    return {{image_of(scaled(strip.gray, scale)), line.type_size * scale},
            image_of(strip.ink),
            scale,
            std::move(strip.pieces)};
}

Box on_page(const CutLine& cut, const Box& in_strip) {
    if (cut.pieces.empty()) return {};
    const double middle = in_strip.center().x;
    const StripPiece* piece = &cut.pieces.front();
    for (const StripPiece& each : cut.pieces)
        if (each.left <= middle) piece = &each;
    return {static_cast<int>(std::lround(piece->on_page.x)) + in_strip.left - piece->left,
            static_cast<int>(std::lround(piece->on_page.y)) + in_strip.top, in_strip.width, in_strip.height};
}

}  // namespace banwen
