#include "recognize/line_image.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "recognize/splice_strip.h"
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

// A piece of ink of the window, by its label.
struct Piece {
    int label = 0;
    Box box;
    int area = 0;  // px
};

// The pieces of a labelled window that belong to the line.
std::vector<Piece> pieces_of(const cv::Mat& stats, const Box& line) {
    std::vector<Piece> pieces;
    for (int i = 1; i < stats.rows; ++i) {
        const Box box{stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                      stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT)};
        if (belongs(box, line)) pieces.push_back({i, box, stats.at<int>(i, cv::CC_STAT_AREA)});
    }
    return pieces;
}

// Clean print has next to no pieces smaller than its points; where there are many, what is smaller than a
// point is dirt. Very many are the dots of a screened ground, which hold the strokes between them together.
void erase_specks(std::vector<Piece>& pieces, const LineBox& line, const LineCutOptions& options) {
    const double em = std::max(line.type_size, 1.0);
    const double length = std::max(1.0, std::max(line.box.width, line.box.height) / em);
    const auto tiny = [&](double share) {
        return [limit = share * em * em](const Piece& piece) { return piece.area < limit; };
    };
    const auto specks = std::count_if(pieces.begin(), pieces.end(), tiny(options.counted_speck));
    const double an_em = static_cast<double>(specks) / length;
    const bool dirty = specks > 1 && an_em >= options.least_specks_an_em;
    if (!dirty || an_em > options.most_specks_an_em) return;
    std::erase_if(pieces, tiny(options.erased_speck));
}

SortedInk sort_ink(const Window& window, const LineBox& line, const LineCutOptions& options) {
    cv::Mat labels, stats, centroids;
    const int count = cv::connectedComponentsWithStats(window.ink, labels, stats, centroids, 8);
    std::vector<Piece> pieces =
        pieces_of(stats, {line.box.left - window.box.left - 1, line.box.top - window.box.top - 1,
                          line.box.width + 2, line.box.height + 2});
    erase_specks(pieces, line, options);
    const double speck = line.type_size * line.type_size / 150;
    SortedInk sorted;
    std::vector<std::uint8_t> is_own(static_cast<std::size_t>(count), 0);
    for (const Piece& piece : pieces) {
        is_own[static_cast<std::size_t>(piece.label)] = 255;
        if (piece.area >= speck) sorted.bounds = bounding(sorted.bounds, piece.box);
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

cv::Mat scaled(const cv::Mat& gray, double scale) {
    if (scale == 1) return gray.clone();
    const cv::Size size(std::max(1, static_cast<int>(std::lround(gray.cols * scale))),
                        std::max(1, static_cast<int>(std::lround(gray.rows * scale))));
    cv::Mat result;
    cv::resize(gray, result, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

// The piece in which the middle of the box lies; none in an empty strip.
const StripPiece* piece_at(const std::vector<StripPiece>& pieces, const Box& in_strip) {
    const StripPiece* piece = pieces.empty() ? nullptr : &pieces.front();
    for (const StripPiece& each : pieces)
        if (each.left <= in_strip.center().x) piece = &each;
    return piece;
}

Box on_page(const std::vector<StripPiece>& pieces, const Box& in_strip) {
    const StripPiece* piece = piece_at(pieces, in_strip);
    if (piece == nullptr) return {};
    if (!piece->turned.empty()) return piece->turned;
    const int x = static_cast<int>(std::lround(piece->on_page.x)),
              y = static_cast<int>(std::lround(piece->on_page.y)), along = in_strip.left - piece->left;
    if (piece->sideways) return {x - in_strip.bottom(), y + along, in_strip.height, in_strip.width};
    return {x + along, y + in_strip.top, in_strip.width, in_strip.height};
}

// Takes the marks that are known by their shape out of the strip.
std::vector<ShapedMark> take_marks(Strip& strip, double type_size) {
    std::vector<ShapedMark> marks = find_marks_by_shape(strip.ink, type_size);
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        const Box in_strip = mark->box;
        mark->box = on_page(strip.pieces, in_strip);
        strip = without_columns(strip, in_strip.left, in_strip.right());
    }
    return marks;
}

}  // namespace

CutLine cut_line(const CleanPage& page, const LineBox& line, WritingMode mode,
                 const LineCutOptions& options) {
    const int margin = std::max(2, static_cast<int>(std::lround(options.margin_em * line.type_size)));
    Window window = open_window(page, line, margin);
    if (window.box.empty()) return {};
    const SortedInk ink = sort_ink(window, line, options);
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

    std::vector<ShapedMark> marks = take_marks(strip, line.type_size);
    strip = with_parted_stops(std::move(strip), line.type_size);

    if (cv::countNonZero(strip.ink) == 0) return {{}, {}, line.type_size, {}, std::move(marks)};
    return {image_of(strip.gray), image_of(strip.ink), line.type_size, std::move(strip.pieces),
            std::move(marks)};
}

double scale_of(const CutLine& cut, const Look& look) {
    if (cut.gray.empty()) return 1;
    return std::min(static_cast<double>(look.height) / cut.gray.height,
                    static_cast<double>(kLongestSide) / cut.gray.width);
}

LineImage look_at(const CutLine& cut, const Look& look) {
    if (cut.gray.empty()) return {};
    const double scale = scale_of(cut, look);
    cv::Mat image(cut.gray.height, cut.gray.width, CV_8UC1,
                  const_cast<std::uint8_t*>(cut.gray.pixels.data()));
    if (look.median) {
        cv::Mat smoothed;
        cv::medianBlur(image, smoothed, 3);
        image = smoothed;
    }
    image = scaled(image, scale);
    if (look.softness > 0) cv::GaussianBlur(image, image, {}, look.softness);
    return {image_of(image), cut.type_size * scale};
}

bool is_turned(const CutLine& cut, const Box& in_strip) {
    const StripPiece* piece = piece_at(cut.pieces, in_strip);
    return piece != nullptr && !piece->turned.empty();
}

Box on_page(const CutLine& cut, const Box& in_strip) {
    return on_page(cut.pieces, in_strip);
}

}  // namespace banwen
