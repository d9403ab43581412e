#include "paper_harms.h"

#include <cmath>

#include "blur.h"
#include "texture.h"

namespace banwen::newsprint {
namespace {

constexpr double kPaperThickness = 0.12;  // mm; show-through loses its edges over it
constexpr double kFibreGrain = 0.5;       // mm
constexpr double kCreaseReach = 9;        // mm to either side that the light tells
constexpr double kCreaseWidth = 0.35;     // mm, of rubbed ink
constexpr double kDirtWidth = 1.1;        // mm

float square(float value) {
    return value * value;
}

// What the crease does to a pixel, from its distance in mm, signed.
class Crease {
  public:
    Crease(const Wear& wear, float paper) : strength_(static_cast<float>(wear.fold)), paper_(paper) {}

    float over(float grey, float distance, float noise) const {
        const float rubbed = std::exp(-square(distance / static_cast<float>(kCreaseWidth)));
        const float bare = std::clamp(strength_ * rubbed * (0.8f + 0.5f * noise), 0.0f, 1.0f);
        const float dirty = std::exp(-square(distance / static_cast<float>(kDirtWidth)));
        const float dirt = 40 * strength_ * dirty * std::max(0.0f, noise);
        const float reach = std::max(0.0f, 1 - std::abs(distance) / static_cast<float>(kCreaseReach));
        const float slope = (distance < 0 ? 12.0f : -16.0f) * strength_ * square(reach);
        return grey + (paper_ - grey) * bare - dirt + slope * grey / 255;
    }

  private:
    float strength_;
    float paper_;
};

}  // namespace

double paper_tone(const Wear& wear) {
    return wear.paper_grey - 40 * wear.yellow;
}

Raster lay_ink_on_paper(const Wear& wear, const Raster& ink, const Raster& reverse, int dpi, Dice& dice) {
    const double px_per_mm = dpi / kMillimetresPerInch;
    const Raster through = wear.bleed > 0 ? blurred(reverse, kPaperThickness * px_per_mm) : Raster{};
    const SlowField stain(dice, ink.width, ink.height);
    const Noise fibres(dice, kFibreGrain * px_per_mm);
    const auto tone = static_cast<float>(paper_tone(wear));
    const auto uneven = static_cast<float>(wear.uneven);
    const auto fibre = static_cast<float>(wear.fibre);
    const auto solid = static_cast<float>(wear.ink_grey);
    const float bleed = static_cast<float>(wear.bleed) / 255;
    Raster page{ink.width, ink.height, std::vector<std::uint8_t>(ink.pixels.size())};
    for (int y = 0; y < ink.height; ++y) {
        const std::vector<float> stained = stain.row(y);
        const std::vector<float> mottled = fibres.row(y, ink.width);
        for (int x = 0; x < ink.width; ++x) {
            const auto at = static_cast<std::size_t>(x);
            float paper = tone + uneven * stained[at] + fibre * mottled[at];
            const int mirrored = ink.width - 1 - x;
            if (y < through.height && mirrored < through.width)
                paper -= bleed * static_cast<float>(through.at(mirrored, y)) * (paper - solid);
            page.at(x, y) = to_byte(paper + (solid - paper) * static_cast<float>(ink.at(x, y)) / 255);
        }
    }
    return page;
}

Raster folded(const Wear& wear, Raster page, int dpi, Dice& dice) {
    const bool across = dice.chance(0.75);
    const double where = dice.between(0.47, 0.53);
    if (wear.fold == 0) return page;
    const float mm_per_px = static_cast<float>(kMillimetresPerInch / dpi);
    const SlowField wander(dice, page.width, page.height);
    const Noise noise(dice, 0.35 / static_cast<double>(mm_per_px));
    const Crease crease(wear, static_cast<float>(paper_tone(wear)));
    const auto middle = static_cast<float>(where * (across ? page.height : page.width));
    for (int y = 0; y < page.height; ++y) {
        if (across && std::abs(static_cast<float>(y) - middle) * mm_per_px > kCreaseReach + 1) continue;
        const std::vector<float> off = wander.row(y);
        const std::vector<float> grain = noise.row(y, page.width);
        for (int x = 0; x < page.width; ++x) {
            const auto at = static_cast<std::size_t>(x);
            const float distance = (static_cast<float>(across ? y : x) - middle) * mm_per_px + off[at];
            if (std::abs(distance) > kCreaseReach) continue;
            page.at(x, y) = to_byte(crease.over(static_cast<float>(page.at(x, y)), distance, grain[at]));
        }
    }
    return page;
}

Raster in_shade_of_spine(const SheetMap& map, Raster page) {
    std::vector<float> light;
    for (int x = 0; x < page.width; ++x)
        light.push_back(static_cast<float>(1 - 0.45 * map.lift(x + 0.5)));
    if (std::all_of(light.begin(), light.end(), [](float share) { return share == 1; })) return page;
    for (int y = 0; y < page.height; ++y)
        for (int x = 0; x < page.width; ++x)
            page.at(x, y) = to_byte(static_cast<float>(page.at(x, y)) * light[static_cast<std::size_t>(x)]);
    return page;
}

}  // namespace banwen::newsprint
