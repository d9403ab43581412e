#include "clean/find_skew.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "clean/find_marks.h"
#include "clean/mat_view.h"
#include "clean/row_sharpness.h"

namespace banwen {
namespace {

// px, all of the halved page. Strips are so narrow that turning within one does not matter.
constexpr int kStrip = 8;
constexpr int kBand = 120;     // about as wide as a column
constexpr double kStep = 0.2;  // degrees
constexpr int kInk = 100;      // darkness of a pixel that belongs to a mark
constexpr double kPictureShare =
    0.1;  // of the page's longer side: marks larger both ways are pictures or frames
constexpr double kFrameFill = 0.1;  // frames are large, but nearly empty

double sharpness(const Strips& strips, double degrees) {
    const double slope = std::tan(degrees * std::numbers::pi / 180);
    const int bands = std::clamp(strips.count * kStrip / kBand, 1, strips.count);
    double sum = 0;
    for (int i = 0; i < bands; ++i)
        sum += row_sharpness(strips, strips.count * i / bands, strips.count * (i + 1) / bands, slope);
    return sum;
}

struct StrippedPage {
    Strips across;
    Strips down;  // of the transposed page, on which a clockwise turn looks anticlockwise
};

Strips whole_in_strips(const GrayImage& darkness) {
    return strips_of(darkness, {0, 0, darkness.width, darkness.height}, kStrip);
}

// Sharpness at from, from + kStep, …
std::vector<double> series(const StrippedPage& page, double from, int count) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i) {
        const double angle = from + i * kStep;
        values.push_back(sharpness(page.across, angle) + sharpness(page.down, -angle));
    }
    return values;
}

GrayImage without_pictures(const GrayImage& darkness) {
    GrayImage ink = darkness;
    for (std::uint8_t& pixel : ink.pixels)
        pixel = pixel >= kInk ? 255 : 0;
    const double large = kPictureShare * std::max(ink.width, ink.height);
    const GrayImage left_out = ink_of_marks(ink, [&](const Mark& mark) {
        const Box& box = mark.box;
        const bool at_edge =
            box.left == 0 || box.top == 0 || box.right() == ink.width || box.bottom() == ink.height;
        const bool is_large = box.width > large && box.height > large;
        return at_edge || (is_large && mark.area > kFrameFill * static_cast<double>(box.area()));
    });
    GrayImage type = darkness;
    cv::Mat target = view(type);
    cv::Mat mask;
    cv::dilate(view(left_out), mask, cv::Mat());
    target.setTo(0, mask);
    return type;
}

GrayImage halved(const GrayImage& image) {
    GrayImage half = blank_image((image.width + 1) / 2, (image.height + 1) / 2, 0);
    cv::Mat target = view(half);
    cv::resize(view(image), target, target.size(), 0, 0, cv::INTER_AREA);
    return half;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<long>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace

Found<double> find_skew(const GrayImage& darkness, double max_deg) {
    if (darkness.empty() || max_deg <= 0) return {};
    const GrayImage type = halved(without_pictures(darkness));
    const StrippedPage page{whole_in_strips(type), whole_in_strips(transposed(type))};
    const int side = static_cast<int>(std::ceil(max_deg / kStep)) + 1;
    const std::vector<double> values = series(page, -side * kStep, 2 * side + 1);
    const auto peak =
        static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
    if (values[peak] <= 0 || peak == 0 || peak + 1 == values.size()) return {};
    const double shift = top_between(values[peak - 1], values[peak], values[peak + 1]);
    const double angle = (static_cast<double>(peak) + shift - side) * kStep;
    const double rise = values[peak] / std::max(median(values), 1.0);
    return {std::clamp(angle, -max_deg, max_deg), std::clamp((rise - 1.1) / 0.9, 0.0, 1.0)};
}

}  // namespace banwen
