#include "scanner_harms.h"

#include <cmath>

#include "blur.h"
#include "paper_harms.h"

namespace banwen::newsprint {
namespace {

constexpr double kSpineGap = 2.5;  // mm between two pages of a bound volume, in shadow

// Between the four pixels around a point (pixels' middles lie at one half); the point lies inside.
float between_pixels(const Raster& raster, double x, double y) {
    const double left = std::clamp(x - 0.5, 0.0, raster.width - 1.001);
    const double top = std::clamp(y - 0.5, 0.0, raster.height - 1.001);
    const int ix = static_cast<int>(left);
    const int iy = static_cast<int>(top);
    const auto fx = static_cast<float>(left - ix);
    const auto fy = static_cast<float>(top - iy);
    const auto value = [&](int dx, int dy) { return static_cast<float>(raster.at(ix + dx, iy + dy)); };
    return (value(0, 0) * (1 - fx) + value(1, 0) * fx) * (1 - fy) +
           (value(0, 1) * (1 - fx) + value(1, 1) * fx) * fy;
}

// What is seen at a point of the sheet's plane, on the sheet or beside it.
class Scene {
  public:
    Scene(const Wear& wear, const SheetMap& map, const Raster& page, const Raster& neighbour, int dpi,
          Dice& dice)
        : page_(page), neighbour_(neighbour), side_(map.neighbour_side()) {
        const double px_per_mm = dpi / kMillimetresPerInch;
        gap_ = kSpineGap * px_per_mm;
        shadow_ = 0.4 * px_per_mm;
        paper_ = static_cast<float>(paper_tone(wear));
        ink_ = static_cast<float>(wear.ink_grey);
        has_neighbour_ = wear.bends.neighbour_mm > 0;
        const float lid = dice.chance(0.5) ? 22.0f : 238.0f;
        // Without a border the paper lies on more of its kind.
        lid_ = wear.bends.border_mm > 0 ? lid : std::max(0.0f, paper_ - 6);
    }

    float at(Point flat) const {
        if (flat.x >= 0 && flat.y >= 0 && flat.x < page_.width && flat.y < page_.height)
            return between_pixels(page_, flat.x, flat.y);
        return beside(flat);
    }

  private:
    float beside(Point flat) const {
        const double out = side_ == PageSide::right ? flat.x - page_.width : -flat.x;
        const bool level = flat.y >= 0 && flat.y < page_.height;
        if (has_neighbour_ && level && out >= 0) {
            if (out < gap_) return paper_ * static_cast<float>(0.35 + 0.65 * std::abs(2 * out / gap_ - 1));
            return on_neighbour(out - gap_, flat.y);
        }
        // The paper's edge throws a thin shadow on the lid.
        const double away = std::max({-flat.x, flat.x - page_.width, -flat.y, flat.y - page_.height});
        return away < shadow_ ? lid_ * 0.6f : lid_;
    }

    float on_neighbour(double in, double y) const {
        const double x = side_ == PageSide::right ? in : neighbour_.width - in;
        if (x < 0 || x >= neighbour_.width || y >= neighbour_.height) return paper_;
        return paper_ + (ink_ - paper_) * between_pixels(neighbour_, x, y) / 255;
    }

    const Raster& page_;
    const Raster& neighbour_;
    PageSide side_;
    double gap_ = 0;
    double shadow_ = 0;
    float paper_ = 255;
    float ink_ = 0;
    float lid_ = 255;
    bool has_neighbour_ = false;
};

// The way back is reckoned on a net of points and runs straight between them: over so few pixels no bend
// of paper departs from that by a hundredth of one.
constexpr int kNet = 16;

std::vector<Point> net_row(const SheetMap& map, int y) {
    std::vector<Point> row;
    for (int x = 0; x < map.scan_width() + kNet; x += kNet)
        row.push_back(map.on_sheet({x + 0.5, y + 0.5}));
    return row;
}

Point along(Point from, Point to, double share) {
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

}  // namespace

Raster lay_on_glass(const Wear& wear, const SheetMap& map, const Raster& page, const Raster& neighbour,
                    int dpi, Dice& dice) {
    const Scene scene(wear, map, page, neighbour, dpi, dice);
    if (map.moves_nothing()) return page;
    Raster scan{map.scan_width(), map.scan_height(), {}};
    scan.pixels.resize(static_cast<std::size_t>(scan.width) * static_cast<std::size_t>(scan.height));
    std::vector<Point> above = net_row(map, 0);
    for (int top = 0; top < scan.height; top += kNet) {
        const std::vector<Point> below = net_row(map, top + kNet);
        for (int y = top; y < std::min(top + kNet, scan.height); ++y) {
            const double down = static_cast<double>(y - top) / kNet;
            for (int x = 0; x < scan.width; ++x) {
                const auto cell = static_cast<std::size_t>(x / kNet);
                const double right = static_cast<double>(x % kNet) / kNet;
                const Point upper = along(above[cell], above[cell + 1], right);
                const Point lower = along(below[cell], below[cell + 1], right);
                scan.at(x, y) = to_byte(scene.at(along(upper, lower, down)));
            }
        }
        above = below;
    }
    return scan;
}

Raster resampled(const Wear& wear, const Raster& scan, int dpi) {
    if (wear.from_dpi == 0 || wear.from_dpi >= dpi) return scan;
    const double step = dpi / wear.from_dpi;
    // The coarse sensor takes the mean of each of its cells.
    const Raster soft = blurred(scan, step * 0.4);
    const int width = std::max(2, static_cast<int>(std::lround(scan.width / step)));
    const int height = std::max(2, static_cast<int>(std::lround(scan.height / step)));
    Raster coarse{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            coarse.pixels.push_back(to_byte(
                between_pixels(soft, (x + 0.5) * scan.width / width, (y + 0.5) * scan.height / height)));
    Raster fine{scan.width, scan.height, {}};
    fine.pixels.reserve(scan.pixels.size());
    for (int y = 0; y < scan.height; ++y)
        for (int x = 0; x < scan.width; ++x)
            fine.pixels.push_back(to_byte(
                between_pixels(coarse, (x + 0.5) * width / scan.width, (y + 0.5) * height / scan.height)));
    return fine;
}

Raster made_bilevel(const Wear& wear, Raster scan) {
    if (wear.bilevel == 0) return scan;
    const double limit = wear.ink_grey + wear.bilevel * (paper_tone(wear) - wear.ink_grey);
    for (std::uint8_t& pixel : scan.pixels)
        pixel = pixel < limit ? 0 : 255;
    return scan;
}

}  // namespace banwen::newsprint
