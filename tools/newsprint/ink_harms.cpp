#include "ink_harms.h"

#include "blur.h"
#include "texture.h"

namespace banwen::newsprint {
namespace {

constexpr double kLossGrain = 0.045;  // mm, of the holes in the ink

// Ink creeps into the fibres: edges move outward and turn soft.
Raster spread_ink(const Raster& plate, double sigma) {
    if (sigma < kLeastBlur) return plate;
    Raster spread = blurred(plate, sigma);
    for (std::uint8_t& pixel : spread.pixels)
        pixel = to_byte((static_cast<float>(pixel) - 20.0f) * 1.7f);
    return spread;
}

}  // namespace

Raster print_ink(const Wear& wear, const Raster& plate, int dpi, Dice& dice) {
    const double px_per_mm = dpi / kMillimetresPerInch;
    Raster ink = spread_ink(plate, wear.spread_mm * px_per_mm);
    if (wear.fade == 0 && wear.loss == 0) return ink;
    const SlowField pressure(dice, ink.width, ink.height);
    const Noise holes(dice, kLossGrain * px_per_mm);
    const auto fade = static_cast<float>(wear.fade);
    const auto loss = static_cast<float>(wear.loss);
    for (int y = 0; y < ink.height; ++y) {
        const std::vector<float> low = pressure.row(y);
        const std::vector<float> grain = holes.row(y, ink.width);
        for (int x = 0; x < ink.width; ++x) {
            const auto at = static_cast<std::size_t>(x);
            const float weak = 0.5f + 0.5f * low[at];
            // At full loss half of the ink is gone where the pressure was lowest, at half loss one grain
            // in 25.
            const float depth = 3.6f - 3.6f * loss * (0.55f + 0.45f * weak);
            const float gone = loss > 0 ? std::clamp((grain[at] - depth) * 1.6f, 0.0f, 1.0f) : 0.0f;
            ink.at(x, y) = to_byte(static_cast<float>(ink.at(x, y)) * (1 - fade * weak) * (1 - gone));
        }
    }
    return ink;
}

}  // namespace banwen::newsprint
