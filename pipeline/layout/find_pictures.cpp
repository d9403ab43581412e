#include "layout/find_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include <opencv2/imgproc.hpp>

#include "layout/components.h"
#include "layout/find_bands.h"

namespace banwen {
namespace {

constexpr int kBarePaper = 232;     // of the shade's 255; the play of paper and light stays above
constexpr double kOneTone = 7;      // a tint varies by less, in shades of 255
constexpr double kTintShare = 0.5;  // of a tint that bold type stands on is still of its tone
constexpr double kHighestHeadingEm = 7;
constexpr double kLeastFill = 0.35;  // of its box; a dark margin round the page fills less
constexpr double kDarkGround = 150;  // no tint under dark type is darker
constexpr int kPaper = 205;          // lighter than this is paper, in a flattened page
constexpr double kDarkShare = 0.62;  // of a window; the blackest headline type stays below 0.6
constexpr double kLevel = 0.6;       // of the higher one's height: parts of one photograph stand level
constexpr double kThickestLabelEm = 7;
constexpr double kFoldEm = 1.2;  // a fold or crease that darkens the paper is no broader
constexpr double kHighestTypeEm = 14;
constexpr double kInkOfType = 0.2;  // of a box of bold type
constexpr double kGrainEm = 0.06;
constexpr double kPlayOfInk = 0.25, kPlayOfPaper = 0.15;      // of the depth between ink and paper
constexpr double kMiddleOfType = 0.17, kMiddleOfPhoto = 0.2;  // share of the one at most, the other at least
constexpr double kLargestTypeEm = 9;  // no single piece of type is wider and higher than this

// Parts of one photograph: they touch, or stand level with little between them.
bool parts_of_one(const Box& a, const Box& b, double em) {
    if (!intersection(grown(a, static_cast<int>(0.6 * em)), b).empty()) return true;
    const int gap = std::max(a.left, b.left) - std::min(a.right(), b.right());
    return gap < 3 * em && std::min(a.height, b.height) > 5 * em &&
           overlap_y(a, b) > kLevel * std::max(a.height, b.height);
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

void erase_reduced(cv::Mat& mask, const Box& box, double scale) {
    const auto down = [scale](int v) { return static_cast<int>(std::lround(v / scale)); };
    const Box small = clipped({down(box.left), down(box.top), down(box.width), down(box.height)}, mask);
    if (!small.empty()) mask(to_rect(small)).setTo(0);
}

// Share of the area of which the shade keeps to the tone that most of it has.
double share_of_one_tone(const cv::Mat& shade, const cv::Mat& area) {
    constexpr int kTones = 256, kPlay = static_cast<int>(kOneTone);
    std::array<int, kTones + 1> below{};
    for (int y = 0; y < shade.rows; ++y)
        for (int x = 0; x < shade.cols; ++x)
            if (area.at<std::uint8_t>(y, x) != 0) ++below.at(shade.at<std::uint8_t>(y, x) + 1U);
    for (std::size_t tone = 1; tone < below.size(); ++tone)
        below.at(tone) += below.at(tone - 1);
    int most = 0;
    for (int tone = 0; tone < kTones; ++tone)
        most = std::max(most, below.at(static_cast<std::size_t>(std::min(kTones, tone + kPlay + 1))) -
                                  below.at(static_cast<std::size_t>(std::max(0, tone - kPlay))));
    return below.back() > 0 ? most / static_cast<double>(below.back()) : 1;
}

// Bold type darkens the ground around it, but beside it a tint is of one tone.
bool is_tint(const cv::Mat& shade, const cv::Mat& area, double height_em) {
    cv::Scalar mean, spread;
    cv::meanStdDev(shade, mean, spread, area);
    if (mean[0] <= kDarkGround) return false;
    return spread[0] < kOneTone ||
           (height_em < kHighestHeadingEm && share_of_one_tone(shade, area) > kTintShare);
}

// Ground darker than paper and of more than one tone, from the reduced picture of the page's shade.
// Solid boxes in them count as bare: a tint has one tone beside the labels on it too.
std::vector<Box> toned_areas(const CleanPage& page, const std::vector<Box>& solids, double em) {
    if (page.shade.empty()) return {};
    const cv::Mat shade = view_of(page.shade);
    const double scale = static_cast<double>(page.gray.width) / shade.cols;
    cv::Mat toned = shade < kBarePaper, labels, stats, centroids;
    const int joint = std::max(1, static_cast<int>(std::lround(em / scale)));
    cv::morphologyEx(toned, toned, cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_RECT, {joint, joint}));
    for (const Box& solid : solids)
        erase_reduced(toned, grown(solid, static_cast<int>(0.5 * em)), scale);
    const int fold = std::max(1, static_cast<int>(std::lround(kFoldEm * em / scale))) | 1;
    cv::morphologyEx(toned, toned, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {fold, fold}));
    const int count = cv::connectedComponentsWithStats(toned, labels, stats, centroids, 8, CV_32S);
    std::vector<Box> boxes;
    for (int i = 1; i < count; ++i) {
        const int* row = stats.ptr<int>(i);
        if (std::min(row[cv::CC_STAT_WIDTH], row[cv::CC_STAT_HEIGHT]) * scale < 1.5 * em) continue;
        const double box_area = static_cast<double>(row[cv::CC_STAT_WIDTH]) * row[cv::CC_STAT_HEIGHT];
        if (row[cv::CC_STAT_AREA] < kLeastFill * box_area) continue;
        const cv::Rect place(row[cv::CC_STAT_LEFT], row[cv::CC_STAT_TOP], row[cv::CC_STAT_WIDTH],
                             row[cv::CC_STAT_HEIGHT]);
        if (is_tint(shade(place), labels(place) == i, place.height * scale / em)) continue;
        const auto up = [scale](int v) { return static_cast<int>(std::lround(v * scale)); };
        boxes.push_back(intersection({up(place.x), up(place.y), up(place.width), up(place.height)},
                                     {0, 0, page.gray.width, page.gray.height}));
    }
    return boxes;
}

// The scanner's black border, or the paper's edge all around: no picture is as large as the page.
bool frames_page(const Box& box, const cv::Mat& page) {
    return box.width > 0.85 * page.cols && box.height > 0.85 * page.rows;
}

// Ink in one piece larger than type, unless it only runs along the sides of its box (a frame).
std::vector<Box> large_pieces(const std::vector<Component>& pieces, const cv::Mat& ink, double em) {
    std::vector<Box> boxes;
    for (const Component& c : pieces) {
        if (c.box.width < kLargestTypeEm * em || c.box.height < kLargestTypeEm * em) continue;
        const double fill = static_cast<double>(c.area) / static_cast<double>(c.box.area());
        if (fill > 0.12 && !frames_page(c.box, ink)) boxes.push_back(c.box);
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

// A dense character with a frame of strokes (图, 国) looks like a small label, but others of its size stand
// beside it. 日 and 目, or the half of a character that looks like them, are higher than wide.
bool is_character(const Box& box, const std::vector<Component>& pieces) {
    if (box.width > 1.3 * box.height || box.height > 2.5 * box.width) return false;
    return std::any_of(pieces.begin(), pieces.end(), [&](const Component& other) {
        const int gap = std::max(box.left, other.box.left) - std::min(box.right(), other.box.right());
        const bool like = other.box.height > 0.7 * box.height && other.box.height < 1.4 * box.height &&
                          other.box.width < 1.6 * box.height;
        return like && gap > 0 && gap < 0.8 * box.height && overlap_y(other.box, box) > 0.7 * box.height;
    });
}

// Share of the box that is neither paper nor as dark as its ink mostly is, once the grain is smoothed; 1
// where there is hardly any ink.
double middle_tones(const Box& box, const cv::Mat& gray, const cv::Mat& ink, double em) {
    const cv::Rect area = to_rect(clipped(box, gray));
    if (ink_share(ink, box) < kInkOfType) return 1;
    cv::Mat tones;
    cv::GaussianBlur(gray(area), tones, {0, 0}, std::max(0.8, kGrainEm * em));
    const double dark = cv::mean(tones, ink(area))[0], depth = 255 - dark;
    const cv::Mat middle = (tones > dark + kPlayOfInk * depth) & (tones < 255 - kPlayOfPaper * depth);
    return cv::countNonZero(middle) / static_cast<double>(middle.total());
}

// Pieces of much the same height stand beside it, as characters stand in a headline.
bool stands_in_row(const Box& box, const std::vector<Component>& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Component& other) {
        const int gap = std::max(box.left, other.box.left) - std::min(box.right(), other.box.right());
        const bool like = other.box.height > 0.6 * box.height && other.box.height < 2 * box.height &&
                          other.box.width > 0.25 * box.height && other.box.width < 3 * other.box.height;
        return like && gap > -0.3 * box.height && gap < 0.6 * box.height &&
               share_inside(other.box, box) < 0.5 && overlap_y(other.box, box) > 0.6 * box.height;
    });
}

// A label of a character's breadth is too small to darken its surroundings, but it is one piece of ink. 目
// and 日 are no longer than this, and lighter.
bool is_small_label(const Component& piece, const cv::Mat& ink, double em) {
    const double thin = std::min(piece.box.width, piece.box.height);
    const double length = std::max(piece.box.width, piece.box.height);
    return thin > 1.1 * em && thin < 3 * em && length > 1.6 * thin && length < 12 * thin &&
           piece.area > 0.55 * static_cast<double>(piece.box.area()) && has_solid_sides(piece.box, ink);
}

// The box around white pieces of the height of type that stand in a row (or a column) in an otherwise solid
// box; empty where there are none. A band is solid beside its words, so its share of white is measured where
// they stand.
Box light_type(const Box& box, const cv::Mat& ink, double em) {
    const double thin = std::min(box.width, box.height);
    if (thin > kThickestLabelEm * em || thin < 0.8 * em || ink_share(ink, box) < 0.45) return {};
    const cv::Mat light = ink(to_rect(box)) == 0;
    Box type;
    double type_area = 0;
    int pieces = 0;
    for (const Component& c : find_components(light)) {
        const int size = std::max(c.box.width, c.box.height);
        const bool at_edge =
            c.box.left == 0 || c.box.top == 0 || c.box.right() == box.width || c.box.bottom() == box.height;
        if (at_edge || size < 0.25 * em) continue;
        if (size > thin) return {};
        ++pieces;
        type_area += c.area;
        type = bounding(type, {box.left + c.box.left, box.top + c.box.top, c.box.width, c.box.height});
    }
    const double around = thin * (box.width >= box.height ? type.width : type.height);
    return pieces >= 2 && type_area > 0.06 * around ? type : Box{};
}

// Areas that may be pictures, or parts of one. Bold display type darkens its ground as a photograph does,
// but it is black and white.
std::vector<Box> picture_boxes(const CleanPage& page, const std::vector<Component>& pieces,
                               const cv::Mat& ink, const std::vector<Box>& solids, double em) {
    const cv::Mat gray = view_of(page.gray);
    std::vector<Box> boxes = toned_areas(page, solids, em);
    std::erase_if(boxes, [&](const Box& box) {
        return box.height < kHighestTypeEm * em && middle_tones(box, gray, ink, em) < kMiddleOfType;
    });
    for (const Box& box : large_pieces(pieces, ink, em))
        boxes.push_back(box);
    std::erase_if(boxes, [&](const Box& box) {
        return box.height < kHighestTypeEm * em && stands_in_row(box, pieces) &&
               middle_tones(box, gray, ink, em) < kMiddleOfPhoto;
    });
    std::erase_if(boxes, [&](const Box& box) {
        return std::any_of(solids.begin(), solids.end(),
                           [&](const Box& solid) { return share_inside(box, solid) > 0.8; });
    });
    return boxes;
}

}  // namespace

DarkAreas find_dark_areas(const CleanPage& page, const cv::Mat& ink, double em,
                          const LayoutOptions& options) {
    DarkAreas found;
    const cv::Mat gray = view_of(page.gray);
    if (gray.empty() || em <= 0) return found;
    const std::vector<Component> pieces = find_components(ink);
    std::vector<Box> solids;
    for (const Band& band : find_bands(pieces, ink, em)) {
        const double thin = std::min(band.box.width, band.box.height);
        if (is_character(band.box, pieces)) continue;
        solids.push_back(band.box);
        if (band.one_line && thin <= kThickestLabelEm * em)
            found.labels.push_back({band.box, band.type});
        else
            found.bands.push_back(band.box);
    }
    for (const Box& box : merge_parts(picture_boxes(page, pieces, ink, solids, em), em)) {
        if (box.width < options.min_picture_em * em || box.height < options.min_picture_em * em) continue;
        found.pictures.push_back({box, std::min(1.0, ink_share(ink, box) + 0.3)});
    }
    const auto add_label = [&](const Box& box) {
        const bool known =
            std::any_of(found.pictures.begin(), found.pictures.end(),
                        [&](const Picture& picture) { return share_inside(box, picture.box) > 0.5; }) ||
            std::any_of(found.labels.begin(), found.labels.end(),
                        [&](const Label& label) { return !intersection(box, label.box).empty(); }) ||
            std::any_of(found.bands.begin(), found.bands.end(),
                        [&](const Box& band) { return !intersection(box, band).empty(); });
        if (known || is_character(box, pieces) || !has_solid_sides(box, ink)) return;
        const Box type = light_type(box, ink, em);
        if (!type.empty()) found.labels.push_back({box, type});
    };
    for (const Box& core : dark_cores(gray, em))
        add_label(tightened(core, gray));
    for (const Component& piece : pieces)
        if (is_small_label(piece, ink, em)) add_label(piece.box);
    return found;
}

}  // namespace banwen
