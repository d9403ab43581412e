#include "scan/ink_mix.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include <opencv2/core.hpp>

namespace banwen {
namespace {

using Colour = std::array<double, 3>;  // red, green, blue, each as a share of the paper's own

constexpr std::array kMixes = {
    ColourMix{},
    ColourMix{0, 1, 0},
    ColourMix{0.5, 0.5, 0},
    ColourMix{1, 0, 0},
};
// How much better a mix must be before it replaces the first.
constexpr double kClearly = 1.15;
// Below this share of the paper's light in any channel a pixel is ink.
constexpr double kInkBelow = 0.5;
// Unevenness of a paper without any, so that a perfect picture does not decide by its rounding.
constexpr double kLeastNoise = 0.01;

double light(const ColourMix& mix, const Colour& c) {
    return mix.red * c[0] + mix.green * c[1] + mix.blue * c[2];
}

std::vector<Colour> sample(const cv::Mat& bgr) {
    constexpr double kPixels = 200'000;
    const double total = static_cast<double>(bgr.rows) * bgr.cols;
    const int step = std::max(1, static_cast<int>(std::sqrt(total / kPixels)));
    std::vector<Colour> colours;
    for (int y = step / 2; y < bgr.rows; y += step) {
        const auto* row = bgr.ptr<cv::Vec3b>(y);
        for (int x = step / 2; x < bgr.cols; x += step)
            colours.push_back({double(row[x][2]), double(row[x][1]), double(row[x][0])});
    }
    return colours;
}

// Paper fills the better part of a page, so that each channel's upper quartile is paper.
Colour paper_of(const std::vector<Colour>& colours) {
    Colour paper{};
    std::vector<double> values(colours.size());
    for (std::size_t c = 0; c < 3; ++c) {
        std::transform(colours.begin(), colours.end(), values.begin(), [c](const Colour& v) { return v[c]; });
        const auto quartile = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 3 / 4);
        std::nth_element(values.begin(), quartile, values.end());
        paper[c] = std::max(1.0, *quartile);
    }
    return paper;
}

// Black ink and inks that are mostly red, green or blue: each must stay legible, or a red headline vanishes
// from a red channel that suits the yellow paper.
std::size_t ink_kind(const Colour& c) {
    constexpr double kGrayish = 0.25;
    const auto [low, high] = std::minmax_element(c.begin(), c.end());
    return *high - *low < kGrayish ? 0 : 1 + static_cast<std::size_t>(high - c.begin());
}

struct Samples {
    std::vector<Colour> paper;
    std::array<std::vector<Colour>, 4> inks;
    std::size_t ink_count = 0;
};

Samples divide(const std::vector<Colour>& colours, const Colour& paper) {
    Samples samples;
    for (const Colour& colour : colours) {
        const Colour share = {colour[0] / paper[0], colour[1] / paper[1], colour[2] / paper[2]};
        if (std::min({share[0], share[1], share[2]}) >= kInkBelow) {
            samples.paper.push_back(share);
        } else {
            samples.inks[ink_kind(share)].push_back(share);
            ++samples.ink_count;
        }
    }
    return samples;
}

struct Spread {
    double mean = 0;
    double deviation = 0;
};

Spread spread_of(const std::vector<Colour>& colours, const ColourMix& mix) {
    double sum = 0;
    double squares = 0;
    for (const Colour& c : colours) {
        const double value = light(mix, c);
        sum += value;
        squares += value * value;
    }
    const double count = std::max<double>(1, static_cast<double>(colours.size()));
    const double mean = sum / count;
    return {mean, std::sqrt(std::max(0.0, squares / count - mean * mean))};
}

double legibility(const Samples& samples, const ColourMix& mix) {
    constexpr double kWorthCounting = 0.005;  // share of all ink
    const Spread paper = spread_of(samples.paper, mix);
    double weakest = 1;
    for (const std::vector<Colour>& ink : samples.inks)
        if (static_cast<double>(ink.size()) > kWorthCounting * static_cast<double>(samples.ink_count))
            weakest = std::min(weakest, paper.mean - spread_of(ink, mix).mean);
    return weakest / (paper.deviation + kLeastNoise);
}

}  // namespace

ColourMix best_ink_mix(const cv::Mat& bgr) {
    const std::vector<Colour> colours = sample(bgr);
    const Samples samples = divide(colours, paper_of(colours));
    if (samples.ink_count == 0 || samples.paper.empty()) return kMixes.front();
    ColourMix best = kMixes.front();
    double to_beat = legibility(samples, best) * kClearly;
    for (const ColourMix& mix : kMixes) {
        const double reached = legibility(samples, mix);
        if (reached <= to_beat) continue;
        to_beat = reached;
        best = mix;
    }
    return best;
}

cv::Mat mixed(const cv::Mat& bgr, const ColourMix& mix) {
    const cv::Matx13f weights(static_cast<float>(mix.blue), static_cast<float>(mix.green),
                              static_cast<float>(mix.red));
    cv::Mat gray;
    cv::transform(bgr, gray, weights);
    return gray;
}

}  // namespace banwen
