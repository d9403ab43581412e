#include "layout/find_holes.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "layout/components.h"

namespace banwen {
namespace {

constexpr double kSmallestMm = 3.5;
constexpr double kLargestMm = 11;
constexpr double kStrokeEm = 1.3;    // few strokes of type are as thick
constexpr double kEdgeShare = 0.12;  // of the page's side: where holes are
constexpr double kScaleEm = 10;      // body type in px on the reduced mask

// A disc fills 79 % of its box.
bool is_disc(const Component& piece) {
    const double fill = piece.area / static_cast<double>(piece.box.area());
    const auto [small, large] = std::minmax({piece.box.width, piece.box.height});
    return small > 0.85 * large && fill > 0.7 && fill < 0.88;
}

bool near_edge(const Box& box, const cv::Mat& page) {
    const auto middle = box.center();
    const double x = kEdgeShare * page.cols, y = kEdgeShare * page.rows;
    return middle.x < x || middle.y < y || middle.x > page.cols - x || middle.y > page.rows - y;
}

// Bullets and full stops of large type have characters of their size beside them.
bool stands_in_line(const Box& disc, const std::vector<Component>& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [&](const Component& other) {
        const int gap = std::max(other.box.left, disc.left) - std::min(other.box.right(), disc.right());
        return gap > 0 && gap < 1.5 * disc.width && other.box.height > 0.6 * disc.height &&
               other.box.height < 3 * disc.height && overlap_y(other.box, disc) > 0.5 * disc.height;
    });
}

}  // namespace

std::vector<Box> find_holes(const cv::Mat& type, double em, double dpi) {
    const double scale = std::min(1.0, kScaleEm / em);
    cv::Mat small, solid;
    cv::resize(type, small, {}, scale, scale, cv::INTER_AREA);
    const int stroke = static_cast<int>(std::lround(kStrokeEm * em * scale)) | 1;
    cv::morphologyEx(small > 127, solid, cv::MORPH_OPEN,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, {stroke, stroke}));
    std::vector<Box> holes;
    const std::vector<Component> solids = find_components(solid);
    if (solids.empty()) return holes;
    const std::vector<Component> pieces = find_components(type);
    for (const Component& piece : solids) {
        const auto up = [scale](int size) { return static_cast<int>(std::lround(size / scale)); };
        const Box box =
            clipped({up(piece.box.left), up(piece.box.top), up(piece.box.width), up(piece.box.height)}, type);
        const double mm = box.width * 25.4 / dpi;
        if (is_disc(piece) && mm > kSmallestMm && mm < kLargestMm && near_edge(box, type) &&
            !stands_in_line(box, pieces))
            holes.push_back(grown(box, up(1)));
    }
    return holes;
}

}  // namespace banwen
