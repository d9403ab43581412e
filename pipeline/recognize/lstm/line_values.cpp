#include "recognize/lstm/line_values.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace banwen::lstm {
namespace {

// How often each shade stands in a row as a local extreme.
struct Histogram {
    std::array<int, 256> counts{};
    int total = 0;

    void add(int shade) {
        ++counts[static_cast<std::size_t>(shade)];
        ++total;
    }

    // The shade below which `share` of them lie, parts of a shade by the share of those that it holds itself.
    double quantile(double share) const {
        const double target = std::clamp(share * total, 1.0, static_cast<double>(total));
        int sum = 0;
        std::size_t shade = 0;
        while (shade < counts.size() && sum < target)
            sum += counts[shade++];
        return static_cast<double>(shade) - (sum - target) / counts[shade - 1];
    }
};

struct Shades {
    float ink = 0;
    float paper = 255;
};

// Along the middle row: strokes are its local minima, the white between them its maxima.
Shades shades_of(const GrayImage& line) {
    Histogram minima, maxima;
    const int y = line.height / 2;
    for (int x = 1; x + 1 < line.width; ++x) {
        const int before = line.at(x - 1, y), here = line.at(x, y), after = line.at(x + 1, y);
        if ((here < before && here <= after) || (here <= before && here < after)) minima.add(here);
        if ((here > before && here >= after) || (here >= before && here > after)) maxima.add(here);
    }
    Shades shades;
    if (minima.total > 0) shades.ink = static_cast<float>(minima.quantile(0.25));
    if (maxima.total > 0) shades.paper = static_cast<float>(maxima.quantile(0.75));
    return shades;
}

std::int8_t rounded(float value) {
    const int whole = value >= 0 ? static_cast<int>(value + 0.5F) : -static_cast<int>(0.5F - value);
    return static_cast<std::int8_t>(std::clamp(whole, -127, 127));
}

constexpr std::uint64_t kModulus = 2147483647, kFactor = 48271;  // the minimal standard generator

}  // namespace

std::vector<std::int8_t> values_of(const GrayImage& line) {
    const Shades shades = shades_of(line);
    float contrast = (shades.paper - shades.ink) / 2;
    if (contrast <= 0) contrast = 1;
    std::array<std::int8_t, 256> value_of_shade{};
    for (std::size_t shade = 0; shade < value_of_shade.size(); ++shade)
        value_of_shade[shade] = rounded(128 * ((static_cast<float>(shade) - shades.ink) / contrast - 1));
    std::vector<std::int8_t> values;
    values.reserve(line.pixels.size());
    for (const std::uint8_t shade : line.pixels)
        values.push_back(value_of_shade[shade]);
    return values;
}

Noise::Noise(std::int64_t seed) : state_(static_cast<std::uint64_t>(seed) % kModulus) {
    if (state_ == 0) state_ = 1;
    next();
}

std::int8_t Noise::next() {
    state_ = state_ * kFactor % kModulus;
    const double value = 127 * 2.0 * static_cast<double>(state_) / static_cast<double>(kModulus) - 127;
    return static_cast<std::int8_t>(std::lround(value));
}

}  // namespace banwen::lstm
