#include "clean/find_show_through.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "clean/mat_view.h"

namespace banwen {
namespace {

constexpr double kLeastType = 18;     // px; in smaller type thick strokes are as blurred as thin ones
constexpr double kLeastPiece = 0.3;   // em; of a piece that tells its side of the sheet
constexpr double kLargestPiece = 12;  // em; larger ones are frames and pictures
constexpr double kWholePage = 1e9;
constexpr double kSpeck = 0.1;     // em; dust on the paper, dark as it is, is no print
constexpr double kThick = 0.1;     // em, of a stroke
constexpr double kThrough = 0.14;  // em; thicker pale strokes shine through wherever they are
constexpr double kNear = 0.4;      // em; what is as near to print may be print
constexpr double kEdge = 0.07;     // em by which a dark stroke's pale edge reaches out
constexpr double kGrain = 0.02;    // em over which the paper's grain is smoothed
constexpr double kCore = 0.75;     // of a piece's darkness, the rank that counts
constexpr double kSteep = 0.8;     // … and of its slopes
constexpr double kSlopeScale = 4;
constexpr double kSoft = 0.7;       // of print's slopes; softer edges are seen through the sheet
constexpr int kBin = 6;             // shades
constexpr int kPalest = 24;         // darkness; no ink is paler
constexpr double kPaleShare = 0.6;  // of the usual ink's darkness; what shines through is paler
constexpr double kGapShare =
    0.25;  // of the pale group's most frequent tone: fewer pieces are as good as none
constexpr double kHighInGap = 0.8;
constexpr std::size_t kGrid = 4;     // cells along each side of the page
constexpr double kCellsForSure = 4;  // of them, in which it lies across print
constexpr double kFaintest = 0.45;   // of the tone that most of it has; paper's grain is fainter
constexpr double kDarkest = 1.3;     // of the tone that most of it has
constexpr double kSamePicture = 3;   // em from a picture's dark parts to its pale ones
constexpr double kRim = 0.06;        // em around it that are painted white with it

using Histogram = std::array<double, 256 / kBin + 1>;

// A connected piece of a mask.
struct Piece {
    cv::Rect box;
    double area = 0;
    double outline = 0;
    double core = 0;  // darkness

    double thickness() const { return outline > 0 ? 2 * area / outline : 0; }
    double size() const { return std::max(box.width, box.height); }
};

// The tone of most of what shines through, and one that all of it is paler than. Darkness: 0 = paper.
struct PaleGroup {
    double tone = 0;
    double limit = 0;
};

struct Pieces {
    cv::Mat labels;  // 0 = nothing, n = the piece at index n − 1
    std::vector<Piece> list;
};

cv::Mat square(double side) {
    const int px = std::max(1, cvRound(side));
    return cv::getStructuringElement(cv::MORPH_RECT, {px, px});
}

cv::Mat darkness_of(const GrayImage& gray, double em) {
    cv::Mat dark;
    cv::bitwise_not(view(gray), dark);
    cv::GaussianBlur(dark, dark, {0, 0}, std::max(0.6, kGrain * em));
    return dark;
}

int tone_at_rank(const Histogram& tones, double rank) {
    const double all = std::accumulate(tones.begin(), tones.end(), 0.0);
    double passed = 0;
    for (std::size_t i = 0; i < tones.size(); ++i) {
        passed += tones[i];
        if (passed >= rank * all && passed > 0) return static_cast<int>(i) * kBin + kBin / 2;
    }
    return 0;
}

// Some rows at a time: what the filters give takes four times the page's memory.
cv::Mat slopes_of(const cv::Mat& darkness) {
    constexpr double kSobel = 8;  // what the filter gives for a slope of one
    constexpr int kRows = 256;
    cv::Mat slopes(darkness.size(), CV_8U), across, down;
    for (int y = 0; y < darkness.rows; y += kRows) {
        const cv::Range rows(y, std::min(y + kRows, darkness.rows));
        cv::Sobel(darkness.rowRange(rows), across, CV_16S, 1, 0);
        cv::Sobel(darkness.rowRange(rows), down, CV_16S, 0, 1);
        const cv::Mat sum = cv::abs(across) + cv::abs(down);
        sum.convertTo(slopes.rowRange(rows), CV_8U, kSlopeScale / kSobel);
    }
    return slopes;
}

Pieces pieces_of(const cv::Mat& mask) {
    Pieces pieces;
    cv::Mat stats, centers;
    const int count = cv::connectedComponentsWithStats(mask, pieces.labels, stats, centers, 8, CV_32S);
    for (int i = 1; i < count; ++i) {
        const int* row = stats.ptr<int>(i);
        pieces.list.push_back({.box = {row[0], row[1], row[2], row[3]}, .area = static_cast<double>(row[4])});
    }
    return pieces;
}

// Calls `visit` with row and column of each pixel of the piece at that index.
template <typename Visit>
void for_each_pixel(const Pieces& pieces, std::size_t index, Visit visit) {
    const cv::Rect& box = pieces.list[index].box;
    for (int y = box.y; y < box.br().y; ++y) {
        const int* label = pieces.labels.ptr<int>(y);
        for (int x = box.x; x < box.br().x; ++x)
            if (label[x] == static_cast<int>(index) + 1) visit(y, x);
    }
}

// In px.
struct Sizes {
    double least = 0;
    double most = kWholePage;
};

// Of the pieces within those sizes. `inner`: the mask without its outermost pixels.
void measure_core(Pieces& pieces, const cv::Mat& inner, const cv::Mat& darkness, Sizes sizes) {
    for (std::size_t i = 0; i < pieces.list.size(); ++i) {
        Piece& piece = pieces.list[i];
        if (piece.size() < sizes.least || piece.size() > sizes.most) continue;
        Histogram tones{};
        for_each_pixel(pieces, i, [&](int y, int x) {
            piece.outline += inner.at<std::uint8_t>(y, x) == 0;
            tones[darkness.at<std::uint8_t>(y, x) / kBin] += 1;
        });
        piece.core = tone_at_rank(tones, kCore);
    }
}

// Of the piece's edges: the change of darkness a px, in its core's darkness.
double slope_of(const Pieces& pieces, std::size_t index, const cv::Mat& slopes) {
    Histogram steepness{};
    for_each_pixel(pieces, index,
                   [&](int y, int x) { steepness[slopes.at<std::uint8_t>(y, x) / kBin] += 1; });
    return tone_at_rank(steepness, kSteep) / (kSlopeScale * std::max(1.0, pieces.list[index].core));
}

cv::Mat without_outline(const cv::Mat& mask) {
    cv::Mat inner;
    cv::erode(mask, inner, cv::getStructuringElement(cv::MORPH_CROSS, {3, 3}));
    return inner;
}

// The tones of the page's thick pieces, of which none counts for more than a character.
Histogram tones_of(const Pieces& pieces, double em) {
    Histogram tones{};
    for (const Piece& piece : pieces.list)
        if (piece.size() >= kLeastPiece * em && piece.thickness() >= kThick * em)
            tones[static_cast<std::size_t>(piece.core) / kBin] += std::min(piece.area, em * em);
    return tones;
}

// The pale group and the gap above it; confidence: how empty the gap is.
Found<PaleGroup> pale_group(const Histogram& tones) {
    const double usual = tone_at_rank(tones, 0.5);
    const auto first = static_cast<std::size_t>(kPalest / kBin),
               last = static_cast<std::size_t>(kPaleShare * usual) / kBin;
    if (last <= first) return {};
    const auto at = [&](std::size_t i) { return tones.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto peak = std::max_element(at(first), at(last + 1));
    const auto usual_bin = at(static_cast<std::size_t>(usual) / kBin);
    if (peak + 1 >= usual_bin || *peak <= 0) return {};
    const auto least = std::min_element(peak + 1, usual_bin);
    const double empty = std::max(*least, kGapShare * *peak);
    const auto has_ink = [&](double area) { return area > empty; };
    const auto gap = std::find_if_not(peak + 1, usual_bin, has_ink);
    const auto end = std::find_if(least, usual_bin, has_ink);
    const auto shade = [&](auto bin) { return static_cast<double>(bin - tones.begin()) * kBin; };
    return {{shade(peak) + kBin / 2.0, shade(gap) + kHighInGap * (shade(end) - shade(gap))},
            1 - *least / *peak};
}

// A mask of the pieces that `keep` says yes to, by their index.
template <typename Keep>
cv::Mat mask_of(const Pieces& pieces, Keep keep) {
    std::vector<std::uint8_t> shade(pieces.list.size() + 1, 0);
    for (std::size_t i = 0; i < pieces.list.size(); ++i)
        shade[i + 1] = keep(i) ? 255 : 0;
    cv::Mat mask(pieces.labels.size(), CV_8U);
    for (int y = 0; y < mask.rows; ++y) {
        const int* label = pieces.labels.ptr<int>(y);
        auto* out = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < mask.cols; ++x)
            out[x] = shade[static_cast<std::size_t>(label[x])];
    }
    return mask;
}

cv::Mat grown(const cv::Mat& mask, double reach) {
    cv::Mat large;
    cv::dilate(mask, large, square(2 * std::max(1.0, std::round(reach)) + 1));
    return large;
}

// Ink darker than what shines through, with its pale edges; no dust.
cv::Mat print_of(const cv::Mat& darkness, double limit, double em) {
    const Pieces dark = pieces_of(darkness >= limit);
    return grown(mask_of(dark, [&](std::size_t i) { return dark.list[i].size() >= kSpeck * em; }),
                 kEdge * em);
}

// Median slope of the edges of print.
double slope_of_print(const Pieces& ink, const cv::Mat& slopes, double limit) {
    std::vector<double> found;
    for (std::size_t i = 0; i < ink.list.size(); ++i)
        if (ink.list[i].core >= limit) found.push_back(slope_of(ink, i, slopes));
    if (found.empty()) return 0;
    const auto middle = found.begin() + static_cast<std::ptrdiff_t>(found.size() / 2);
    std::nth_element(found.begin(), middle, found.end());
    return *middle;
}

bool touches(const Pieces& pieces, std::size_t index, const cv::Mat& mask) {
    bool found = false;
    for_each_pixel(pieces, index, [&](int y, int x) { found |= mask.at<std::uint8_t>(y, x) != 0; });
    return found;
}

// In how many cells of a grid over the page thick pieces lie across print.
double cells_across_print(const Pieces& pale, const cv::Mat& print, double em) {
    std::array<bool, kGrid * kGrid> cells{};
    const cv::Mat beside = grown(print, 1);
    for (std::size_t i = 0; i < pale.list.size(); ++i) {
        const Piece& piece = pale.list[i];
        if (piece.size() < kLeastPiece * em || piece.thickness() < kThick * em) continue;
        const auto cell = [](int middle, int all) {
            return static_cast<std::size_t>(middle) * kGrid / static_cast<std::size_t>(all);
        };
        const std::size_t column = cell(piece.box.x + piece.box.width / 2, print.cols),
                          row = cell(piece.box.y + piece.box.height / 2, print.rows);
        bool& found = cells[row * kGrid + column];
        found = found || touches(pale, i, beside);
    }
    return static_cast<double>(std::count(cells.begin(), cells.end(), true));
}

}  // namespace

Found<ShowThrough> find_show_through(const PagePixels& page, double type_size) {
    if (page.ink.empty() || type_size < kLeastType) return {};
    const cv::Mat darkness = darkness_of(page.gray, type_size), mask = view(page.ink);
    Pieces ink = pieces_of(mask);
    measure_core(ink, without_outline(mask), darkness, {kLeastPiece * type_size, kLargestPiece * type_size});
    const Found<PaleGroup> group = pale_group(tones_of(ink, type_size));
    if (group.confidence <= 0) return {};
    const cv::Mat slopes = slopes_of(darkness);
    const double print_slope = slope_of_print(ink, slopes, group.value.limit);
    ink = {};

    const cv::Mat print = print_of(darkness, group.value.limit, type_size);
    const cv::Mat pale_ink = (mask | (darkness >= kFaintest * group.value.tone)) & ~print;
    Pieces pale = pieces_of(pale_ink);
    measure_core(pale, without_outline(pale_ink), darkness, {kSpeck * type_size, kWholePage});
    const double across = cells_across_print(pale, print, type_size);
    if (across == 0) return {};

    const cv::Mat near = grown(print, kNear * type_size);
    const auto shines_through = [&](std::size_t i) {
        const Piece& piece = pale.list[i];
        if (piece.size() < kSpeck * type_size) return false;
        if (piece.thickness() >= kThrough * type_size) return true;
        return piece.core <= group.value.tone &&
               (!touches(pale, i, near) || slope_of(pale, i, slopes) <= kSoft * print_slope);
    };
    Found<ShowThrough> found{{blank_image(page.ink.width, page.ink.height, 0), group.value.tone},
                             group.confidence * std::min(1.0, across / kCellsForSure)};
    grown(mask_of(pale, shines_through), kRim * type_size).copyTo(view(found.value.mask), ~print);
    return found;
}

PagePixels without_show_through(PagePixels page, const GrayImage& mask) {
    if (page.ink.empty() || mask.empty()) return page;
    view(page.gray).setTo(255, view(mask));
    view(page.ink).setTo(0, view(mask));
    return page;
}

GrayImage shade_without_show_through(GrayImage shade, double tone, double type_size) {
    if (shade.empty()) return shade;
    cv::Mat ground = view(shade);
    const cv::Mat dark = grown(ground < 255 - kDarkest * tone, kSamePicture * type_size);
    ground.setTo(255, ~dark);
    return shade;
}

}  // namespace banwen
