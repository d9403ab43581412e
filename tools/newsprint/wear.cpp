#include "wear.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace banwen::newsprint {
namespace {

std::uint8_t to_byte(double value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0));
}

// Values -1..1 that change slowly over the page: a coarse net, smoothly interpolated.
class SlowField {
  public:
    SlowField(Dice& dice, int width, int height) : width_(width), height_(height) {
        for (double& knot : knots_)
            knot = dice.between(-1, 1);
    }

    double at(int x, int y) const {
        const double u = static_cast<double>(x) / width_ * (kSide - 1.001);
        const double v = static_cast<double>(y) / height_ * (kSide - 1.001);
        const auto i = static_cast<std::size_t>(u);
        const auto j = static_cast<std::size_t>(v);
        const double fu = smooth(u - static_cast<double>(i));
        const double fv = smooth(v - static_cast<double>(j));
        const double* knot = knots_ + j * kSide + i;
        return (knot[0] * (1 - fu) + knot[1] * fu) * (1 - fv) +
               (knot[kSide] * (1 - fu) + knot[kSide + 1] * fu) * fv;
    }

  private:
    static constexpr std::size_t kSide = 7;
    static double smooth(double f) { return f * f * (3 - 2 * f); }

    double knots_[kSide * kSide] = {};
    int width_;
    int height_;
};

std::vector<float> gauss_kernel(double sigma) {
    const int radius = std::max(1, static_cast<int>(std::ceil(sigma * 2.6)));
    std::vector<float> kernel;
    double sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        kernel.push_back(static_cast<float>(std::exp(-0.5 * i * i / (sigma * sigma))));
        sum += static_cast<double>(kernel.back());
    }
    for (float& weight : kernel)
        weight = static_cast<float>(static_cast<double>(weight) / sum);
    return kernel;
}

// One pass of a separable blur along rows; the second pass sees the turned picture.
Raster blurred_and_turned(const Raster& from, const std::vector<float>& kernel) {
    Raster to{from.height, from.width, {}};
    to.pixels.resize(from.pixels.size());
    const int radius = static_cast<int>(kernel.size() / 2);
    for (int y = 0; y < from.height; ++y) {
        for (int x = 0; x < from.width; ++x) {
            float sum = 0.5f;
            for (int k = -radius; k <= radius; ++k)
                sum += kernel[static_cast<std::size_t>(k + radius)] *
                       static_cast<float>(from.at(std::clamp(x + k, 0, from.width - 1), y));
            to.at(y, x) = static_cast<std::uint8_t>(sum);
        }
    }
    return to;
}

Raster blurred(const Raster& raster, double sigma) {
    if (sigma < 0.15) return raster;
    const std::vector<float> kernel = gauss_kernel(sigma);
    return blurred_and_turned(blurred_and_turned(raster, kernel), kernel);
}

// Ink creeps into the fibres: edges move outward and turn soft.
Raster spread_ink(const Raster& ink, double sigma) {
    if (sigma < 0.15) return ink;
    Raster spread = blurred(ink, sigma);
    for (std::uint8_t& pixel : spread.pixels)
        pixel = to_byte((pixel - 45.0) * 1.45);
    return spread;
}

Raster print_on_paper(const Wear& wear, const Raster& ink, const Raster& reverse, Dice& dice) {
    const SlowField light(dice, ink.width, ink.height);
    const SlowField pressure(dice, ink.width, ink.height);
    Raster page{ink.width, ink.height, {}};
    page.pixels.resize(ink.pixels.size());
    for (int y = 0; y < ink.height; ++y) {
        for (int x = 0; x < ink.width; ++x) {
            double paper = wear.paper_grey + wear.uneven * light.at(x, y);
            if (!reverse.pixels.empty() && wear.bleed > 0)
                paper -= wear.bleed * reverse.at(ink.width - 1 - x, y) / 255.0 * (paper - wear.ink_grey);
            const double loss = wear.fade * (0.5 + 0.5 * pressure.at(x, y));
            const double cover = ink.at(x, y) / 255.0 * (1 - loss);
            page.at(x, y) = to_byte(paper + (wear.ink_grey - paper) * cover);
        }
    }
    return page;
}

struct Turn {
    double c, s, x, y;  // cosine, sine, centre

    Turn(double degrees, int width, int height)
        : c(std::cos(degrees * std::numbers::pi / 180)),
          s(std::sin(degrees * std::numbers::pi / 180)),
          x(width / 2.0),
          y(height / 2.0) {}
};

Raster skewed(const Raster& page, double degrees, std::uint8_t paper) {
    if (degrees == 0) return page;
    const Turn turn(degrees, page.width, page.height);
    Raster scan{page.width, page.height, {}};
    scan.pixels.assign(page.pixels.size(), paper);
    for (int y = 0; y < scan.height; ++y) {
        for (int x = 0; x < scan.width; ++x) {
            const double dx = x + 0.5 - turn.x;
            const double dy = y + 0.5 - turn.y;
            const double sx = turn.c * dx + turn.s * dy + turn.x - 0.5;
            const double sy = turn.c * dy - turn.s * dx + turn.y - 0.5;
            if (sx < 0 || sy < 0 || sx >= page.width - 1 || sy >= page.height - 1) continue;
            const int ix = static_cast<int>(sx);
            const int iy = static_cast<int>(sy);
            const double fx = sx - ix;
            const double fy = sy - iy;
            scan.at(x, y) = to_byte((page.at(ix, iy) * (1 - fx) + page.at(ix + 1, iy) * fx) * (1 - fy) +
                                    (page.at(ix, iy + 1) * (1 - fx) + page.at(ix + 1, iy + 1) * fx) * fy);
        }
    }
    return scan;
}

// Normal deviates from a table: the sum of twelve uniform ones is near enough for grain.
void add_grain(Raster& scan, double sigma, Dice& dice) {
    if (sigma <= 0) return;
    std::vector<int> table(1 << 14);
    for (int& value : table) {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += dice.between(0, 1);
        value = static_cast<int>(std::lround(sum * sigma));
    }
    for (std::uint8_t& pixel : scan.pixels) {
        const auto index = static_cast<std::size_t>(dice.next() & (table.size() - 1));
        pixel = static_cast<std::uint8_t>(std::clamp(pixel + table[index], 0, 255));
    }
}

void add_speck(Raster& scan, Point centre, double radius, double grey) {
    const int reach = static_cast<int>(std::ceil(radius)) + 1;
    const int cx = static_cast<int>(centre.x);
    const int cy = static_cast<int>(centre.y);
    for (int y = std::max(0, cy - reach); y <= std::min(scan.height - 1, cy + reach); ++y) {
        for (int x = std::max(0, cx - reach); x <= std::min(scan.width - 1, cx + reach); ++x) {
            const double distance = std::hypot(x - centre.x, y - centre.y);
            const double cover = std::clamp(radius - distance + 0.5, 0.0, 1.0);
            scan.at(x, y) = to_byte(scan.at(x, y) * (1 - cover) + grey * cover);
        }
    }
}

void add_specks(Raster& scan, const Wear& wear, int dpi, Dice& dice) {
    const double px_per_cm = dpi / 2.54;
    const double area = scan.width / px_per_cm * scan.height / px_per_cm;
    const int count = static_cast<int>(wear.specks_per_cm2 * area);
    for (int i = 0; i < count; ++i) {
        const Point centre{dice.between(0, scan.width), dice.between(0, scan.height)};
        const double size = dice.between(0.2, 1.0);
        const double radius = (0.03 + 0.07 * size * size * size) / kMillimetresPerInch * dpi;
        const bool salt = i % 4 == 3;
        add_speck(scan, centre, radius, salt ? wear.paper_grey : wear.ink_grey + 60 * (1 - size));
    }
}

struct NamedWear {
    const char* name;
    double figure;
};

constexpr NamedWear kNames[] = {{"clean", 0.0}, {"scan", 0.3}, {"worn", 1.0}};

}  // namespace

double wear_figure(const std::string& name) {
    for (const NamedWear& named : kNames)
        if (name == named.name) return named.figure;
    double figure = -1;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), figure);
    const bool whole = error == std::errc{} && end == name.data() + name.size();
    if (!whole || !(figure >= 0 && figure <= 2))
        throw std::invalid_argument("wear is clean, scan, worn or 0..2, not " + name);
    return figure;
}

Wear choose_wear(double figure, Dice& dice) {
    Wear wear;
    const double tilt = dice.between(-1, 1);
    const double tint = dice.between(0.7, 1.3);
    if (figure == 0) return wear;
    wear.skew_deg = std::round(tilt * std::min(1.5, 0.4 + 1.1 * figure) * 100) / 100;
    wear.paper_grey = 250 - 26 * std::sqrt(figure) * tint;
    wear.uneven = 9 * figure;
    wear.ink_grey = 20 + 40 * std::sqrt(figure);
    wear.fade = 0.22 * figure;
    wear.spread_mm = 0.035 * std::sqrt(figure);
    wear.bleed = 0.13 * figure;
    wear.blur_mm = 0.055 * std::sqrt(figure);
    wear.grain = 6 * figure;
    wear.specks_per_cm2 = 9 * figure * figure;
    return wear;
}

Point on_scan(const Wear& wear, const Raster& sheet, Point point) {
    const Turn turn(wear.skew_deg, sheet.width, sheet.height);
    const double dx = point.x - turn.x;
    const double dy = point.y - turn.y;
    return {turn.c * dx - turn.s * dy + turn.x, turn.s * dx + turn.c * dy + turn.y};
}

Raster make_scan(const Wear& wear, const Raster& ink, const Raster& reverse, int dpi, Dice& dice) {
    const double px_per_mm = dpi / kMillimetresPerInch;
    const Raster spread = spread_ink(ink, wear.spread_mm * px_per_mm);
    // Show-through has crossed the paper's thickness and has lost its edges there.
    const Raster through =
        wear.bleed > 0 && !reverse.pixels.empty() ? blurred(reverse, 0.12 * px_per_mm) : Raster{};
    const Raster page = print_on_paper(wear, spread, through, dice);
    Raster scan = skewed(page, wear.skew_deg, to_byte(wear.paper_grey - 6));
    scan = blurred(scan, wear.blur_mm * px_per_mm);
    add_specks(scan, wear, dpi, dice);
    add_grain(scan, wear.grain, dice);
    return scan;
}

}  // namespace banwen::newsprint
