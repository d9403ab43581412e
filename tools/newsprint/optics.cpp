#include "optics.h"

#include <cmath>

#include "blur.h"
#include "paper_harms.h"
#include "texture.h"

namespace banwen::newsprint {
namespace {

// mm; a lens has drawn the film, so that neighbouring pixels are alike.
constexpr double kFilmGrain = 0.08;

void add_speck(Raster& scan, Point centre, double radius, double grey) {
    const int reach = static_cast<int>(std::ceil(radius)) + 1;
    const int cx = static_cast<int>(centre.x);
    const int cy = static_cast<int>(centre.y);
    for (int y = std::max(0, cy - reach); y <= std::min(scan.height - 1, cy + reach); ++y) {
        for (int x = std::max(0, cx - reach); x <= std::min(scan.width - 1, cx + reach); ++x) {
            const double distance = std::hypot(x + 0.5 - centre.x, y + 0.5 - centre.y);
            const double cover = std::clamp(radius - distance + 0.5, 0.0, 1.0);
            scan.at(x, y) = to_byte(static_cast<float>(scan.at(x, y) * (1 - cover) + grey * cover));
        }
    }
}

struct Specks {
    double per_cm2;
    double grey;     // of the largest
    double lighter;  // grey levels by which the smallest are lighter
};

// Small specks are many, large ones few.
void strew(Raster& scan, const Specks& specks, int dpi, Dice& dice) {
    const double px_per_mm = dpi / kMillimetresPerInch;
    const double area = scan.width / px_per_mm / 10 * scan.height / px_per_mm / 10;
    const auto count = static_cast<int>(std::lround(specks.per_cm2 * area));
    for (int i = 0; i < count; ++i) {
        const Point centre{dice.between(0, scan.width), dice.between(0, scan.height)};
        const double size = dice.between(0.2, 1.0);
        const double radius = (0.03 + 0.07 * size * size * size) * px_per_mm;
        add_speck(scan, centre, radius, specks.grey + specks.lighter * (1 - size));
    }
}

}  // namespace

Raster seen_through_lens(const Wear& wear, const Raster& scene, int dpi) {
    return blurred(scene, wear.blur_mm * dpi / kMillimetresPerInch);
}

Raster specked(const Wear& wear, Raster scan, int dpi, Dice& dice) {
    strew(scan, {wear.pepper_per_cm2, wear.ink_grey, 60}, dpi, dice);
    strew(scan, {wear.salt_per_cm2, paper_tone(wear), 0}, dpi, dice);
    return scan;
}

Raster grained(const Wear& wear, Raster scan, int dpi, Dice& dice) {
    if (wear.grain == 0) return scan;
    const Noise grain(dice, kFilmGrain * dpi / kMillimetresPerInch);
    const auto strength = static_cast<float>(wear.grain);
    for (int y = 0; y < scan.height; ++y) {
        const std::vector<float> noise = grain.row(y, scan.width);
        for (int x = 0; x < scan.width; ++x)
            scan.at(x, y) =
                to_byte(static_cast<float>(scan.at(x, y)) + strength * noise[static_cast<std::size_t>(x)]);
    }
    return scan;
}

}  // namespace banwen::newsprint
