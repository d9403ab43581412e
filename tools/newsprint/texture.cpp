#include "texture.h"

#include <algorithm>
#include <cmath>

#include "blur.h"

namespace banwen::newsprint {
namespace {

float smooth(double f) {
    return static_cast<float>(f * f * (3 - 2 * f));
}

// One pass along the rows of a tile that goes on over its edges, turned so that two passes make a blur.
std::vector<float> blurred_and_turned(const std::vector<float>& tile, int side,
                                      const std::vector<float>& kernel) {
    std::vector<float> turned(tile.size());
    const int radius = static_cast<int>(kernel.size() / 2);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            float sum = 0;
            for (int k = -radius; k <= radius; ++k) {
                const int from = ((x + k) % side + side) % side;
                sum += kernel[static_cast<std::size_t>(k + radius)] *
                       tile[static_cast<std::size_t>(y * side + from)];
            }
            turned[static_cast<std::size_t>(x * side + y)] = sum;
        }
    }
    return turned;
}

}  // namespace

SlowField::SlowField(Dice& dice, int width, int height) : width_(width), height_(height) {
    for (float& knot : knots_)
        knot = static_cast<float>(dice.between(-1, 1));
}

std::vector<float> SlowField::row(int y) const {
    const double v = static_cast<double>(y) / height_ * (kSide - 1.001);
    const auto j = static_cast<std::size_t>(v);
    const float down = smooth(v - static_cast<double>(j));
    std::array<float, kSide> line{};
    for (std::size_t i = 0; i < kSide; ++i)
        line[i] = knots_[j * kSide + i] * (1 - down) + knots_[(j + 1) * kSide + i] * down;
    std::vector<float> values(static_cast<std::size_t>(width_));
    const double step = (kSide - 1.001) / width_;
    for (std::size_t x = 0; x < values.size(); ++x) {
        const double u = static_cast<double>(x) * step;
        const auto i = static_cast<std::size_t>(u);
        const float along = smooth(u - static_cast<double>(i));
        values[x] = line[i] * (1 - along) + line[i + 1] * along;
    }
    return values;
}

Noise::Noise(Dice& dice, double grain) : tiles_{make_tile(dice, 512, grain), make_tile(dice, 377, grain)} {}

// Twelve uniform throws make one that is near enough to normal. Each tile has half of the variance.
Noise::Tile Noise::make_tile(Dice& dice, int side, double grain) {
    Tile tile{side, std::vector<float>(static_cast<std::size_t>(side) * static_cast<std::size_t>(side))};
    for (float& value : tile.values) {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += dice.between(0, 1);
        value = static_cast<float>(sum);
    }
    if (grain >= kLeastBlur) {
        const std::vector<float> kernel = gauss_kernel(grain);
        tile.values = blurred_and_turned(blurred_and_turned(tile.values, side, kernel), side, kernel);
    }
    double squares = 0;
    for (const float value : tile.values)
        squares += static_cast<double>(value) * static_cast<double>(value);
    const auto scale = static_cast<float>(std::sqrt(0.5 * static_cast<double>(tile.values.size()) / squares));
    for (float& value : tile.values)
        value *= scale;
    return tile;
}

std::vector<float> Noise::row(int y, int width) const {
    std::vector<float> values(static_cast<std::size_t>(width), 0.0f);
    for (const Tile& tile : tiles_) {
        const float* from = tile.values.data() + static_cast<std::ptrdiff_t>(y % tile.side) * tile.side;
        for (int left = 0; left < width; left += tile.side) {
            const int count = std::min(tile.side, width - left);
            for (int x = 0; x < count; ++x)
                values[static_cast<std::size_t>(left + x)] += from[x];
        }
    }
    return values;
}

}  // namespace banwen::newsprint
