#include "reader_marks.h"

#include <cmath>
#include <numbers>

#include "blur.h"
#include "texture.h"

namespace banwen::newsprint {
namespace {

constexpr float kStampInk = 105;  // grey of red stamp ink
constexpr float kPenInk = 70;     // grey of blue ball-point

// Translucent ink: what is dark stays dark.
void lay_over(std::uint8_t& pixel, float cover, float ink) {
    pixel = to_byte(static_cast<float>(pixel) * (1 - cover * (1 - ink / 255)));
}

// A five-pointed star in two rings, in millimetres from its middle: 1 = ink.
float stamp_ink(double x, double y, double radius) {
    const double r = std::hypot(x, y);
    if (std::abs(r - radius) < 0.55 || std::abs(r - radius * 0.72) < 0.2) return 1;
    constexpr double kFifth = 2 * std::numbers::pi / 5;
    double angle = std::fmod(std::atan2(x, -y) + 2 * std::numbers::pi, kFifth);
    angle = std::min(angle, kFifth - angle);
    // The star's edge runs straight from a point to the notch beside it.
    const double tip = radius * 0.42, notch = tip * 0.382;
    const double nx = notch * std::cos(kFifth / 2), ny = notch * std::sin(kFifth / 2);
    const double px = r * std::cos(angle), py = r * std::sin(angle);
    if ((nx - tip) * (py - 0) - (ny - 0) * (px - tip) > 0) return 1;
    // Words stand between the rings, too worn to be read: blocks with gaps.
    const double turn = std::atan2(y, x);
    const bool between = r > radius * 0.78 && r < radius * 0.92;
    return between && std::fmod(turn + 4, 0.34) < 0.22 && std::fmod(r * 3 + turn * 7, 1.0) < 0.55 ? 1 : 0;
}

void press_stamp(Raster& page, double px_per_mm, Dice& dice) {
    const double radius = dice.between(11, 20);
    const double turn = dice.between(0, 2 * std::numbers::pi);
    const Point middle{dice.between(0.1, 0.9) * page.width, dice.between(0.1, 0.9) * page.height};
    const Noise uneven(dice, 0.15 * px_per_mm);
    const int reach = static_cast<int>((radius + 1) * px_per_mm);
    const int first = std::max(0, static_cast<int>(middle.x) - reach);
    const int last = std::min(page.width - 1, static_cast<int>(middle.x) + reach);
    for (int y = std::max(0, static_cast<int>(middle.y) - reach);
         y <= std::min(page.height - 1, static_cast<int>(middle.y) + reach); ++y) {
        const std::vector<float> noise = uneven.row(y, page.width);
        for (int x = first; x <= last; ++x) {
            const double dx = (x - middle.x) / px_per_mm, dy = (y - middle.y) / px_per_mm;
            const double u = dx * std::cos(turn) + dy * std::sin(turn);
            const double v = dy * std::cos(turn) - dx * std::sin(turn);
            const float cover = 0.7f + 0.3f * noise[static_cast<std::size_t>(x)];
            lay_over(page.at(x, y), stamp_ink(u, v, radius) * std::clamp(cover, 0.0f, 1.0f), kStampInk);
        }
    }
}

// A stroke from `from` to `to` that sags and trembles a little.
void draw_stroke(Raster& page, Point from, Point to, double px_per_mm, Dice& dice) {
    const double half = 0.17 * px_per_mm;
    const double sag = dice.between(-0.6, 0.6) * px_per_mm;
    const double tremble = dice.between(0.05, 0.2) * px_per_mm;
    const double wave = dice.between(4, 9) * px_per_mm;
    for (int x = std::max(0, static_cast<int>(from.x)); x < std::min<double>(page.width, to.x); ++x) {
        const double t = (x - from.x) / (to.x - from.x);
        const double y = from.y + (to.y - from.y) * t + sag * 4 * t * (1 - t) +
                         tremble * std::sin(x / wave * 2 * std::numbers::pi);
        for (int row = std::max(0, static_cast<int>(y - half - 1));
             row <= std::min<double>(page.height - 1, y + half + 1); ++row) {
            const double cover = std::clamp(half - std::abs(row + 0.5 - y) + 0.5, 0.0, 1.0);
            lay_over(page.at(x, row), static_cast<float>(cover) * 0.9f, kPenInk);
        }
    }
}

}  // namespace

Raster stamped(const Wear& wear, Raster page, int dpi, Dice& dice) {
    for (int i = 0; i < static_cast<int>(wear.stamps); ++i)
        press_stamp(page, dpi / kMillimetresPerInch, dice);
    return page;
}

Raster underlined(const Wear& wear, Raster page, const std::vector<std::vector<Box>>& line_ink, int dpi,
                  Dice& dice) {
    const double px_per_mm = dpi / kMillimetresPerInch;
    if (line_ink.empty()) return page;
    for (int i = 0; i < static_cast<int>(wear.underlines); ++i) {
        Box line;
        for (const Box& piece : dice.pick(line_ink))
            line = united(line, piece);
        const double y = line.bottom() + dice.between(0.1, 0.5) * px_per_mm;
        const double slope = dice.between(-0.4, 0.4) * px_per_mm;
        const double left = line.x + dice.between(-1, 0.4 * line.w / px_per_mm) * px_per_mm;
        if (line.right() - left > 2 * px_per_mm)
            draw_stroke(page, {left, y}, {line.right(), y + slope}, px_per_mm, dice);
    }
    return page;
}

}  // namespace banwen::newsprint
