// Both passes at once, a row at a time: rows blurred along their length wait in a ring until all that a row
// of the result needs are there. So a page of any size needs but its result beside it.
#include "blur.h"

#include <cmath>

namespace banwen::newsprint {
namespace {

class RowBlur {
  public:
    RowBlur(const Raster& raster, const std::vector<float>& kernel)
        : raster_(raster), kernel_(kernel), radius_(static_cast<int>(kernel.size() / 2)) {
        padded_.resize(static_cast<std::size_t>(raster.width + 2 * radius_));
    }

    // Row y, the nearest one when y lies outside.
    std::vector<float> row(int y) {
        const int inside = std::clamp(y, 0, raster_.height - 1);
        for (int x = 0; x < static_cast<int>(padded_.size()); ++x)
            padded_[static_cast<std::size_t>(x)] =
                static_cast<float>(raster_.at(std::clamp(x - radius_, 0, raster_.width - 1), inside));
        std::vector<float> sums(static_cast<std::size_t>(raster_.width), 0.0f);
        for (std::size_t k = 0; k < kernel_.size(); ++k)
            for (std::size_t x = 0; x < sums.size(); ++x)
                sums[x] += kernel_[k] * padded_[x + k];
        return sums;
    }

  private:
    const Raster& raster_;
    const std::vector<float>& kernel_;
    int radius_;
    std::vector<float> padded_;
};

}  // namespace

std::vector<float> gauss_kernel(double sigma) {
    const int radius = std::max(1, static_cast<int>(std::ceil(sigma * 2.6)));
    std::vector<double> weights;
    double sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        weights.push_back(std::exp(-0.5 * i * i / (sigma * sigma)));
        sum += weights.back();
    }
    std::vector<float> kernel;
    for (const double weight : weights)
        kernel.push_back(static_cast<float>(weight / sum));
    return kernel;
}

Raster blurred(const Raster& raster, double sigma) {
    if (sigma < kLeastBlur || raster.pixels.empty()) return raster;
    const std::vector<float> kernel = gauss_kernel(sigma);
    const int radius = static_cast<int>(kernel.size() / 2);
    RowBlur rows(raster, kernel);
    std::vector<std::vector<float>> ring(kernel.size());
    const auto place = [&ring](int y) { return static_cast<std::size_t>(y) % ring.size(); };
    Raster result{raster.width, raster.height, std::vector<std::uint8_t>(raster.pixels.size())};
    for (int y = -2 * radius; y < raster.height; ++y) {
        ring[place(y + 2 * radius)] = rows.row(y + radius);
        if (y < 0) continue;
        std::vector<float> sums(static_cast<std::size_t>(raster.width), 0.0f);
        for (std::size_t k = 0; k < kernel.size(); ++k) {
            const std::vector<float>& row = ring[place(y + static_cast<int>(k))];
            for (std::size_t x = 0; x < sums.size(); ++x)
                sums[x] += kernel[k] * row[x];
        }
        for (int x = 0; x < raster.width; ++x)
            result.at(x, y) = to_byte(sums[static_cast<std::size_t>(x)]);
    }
    return result;
}

}  // namespace banwen::newsprint
