#include "wear.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "image_file.h"
#include "ink_harms.h"
#include "optics.h"
#include "paper_harms.h"
#include "reader_marks.h"
#include "scanner_harms.h"

namespace banwen::newsprint {
namespace {

struct NamedWear {
    const char* name;
    double figure;
};

constexpr NamedWear kNames[] = {{"clean", 0.0}, {"scan", 0.5}, {"worn", 1.0}, {"ruined", 1.5}};

double hundredths(double value) {
    return std::round(value * 100) / 100;
}

// How much of the harms a figure stands for. Reading errors do not grow with them in a straight line: this
// bends the scale so that each named figure is in the middle of what it should cost a reader.
double strength_of(double figure) {
    constexpr double kStep = 0.5;
    static constexpr std::array kStrengths = {0.0, 0.5, 1.07, 1.5, 2.0, 2.0};
    const auto below = static_cast<std::size_t>(figure / kStep);
    return std::lerp(kStrengths[below], kStrengths[below + 1], figure / kStep - static_cast<double>(below));
}

// Press, paper, lens and film: what every page has of them, in proportion.
Wear usual_wear(double strength, Dice& dice) {
    const double tint = dice.between(0.7, 1.3);
    Wear wear;
    if (strength == 0) return wear;
    const double root = std::sqrt(strength);
    wear.paper_grey = std::round(250 - 20 * root * tint);
    wear.yellow = hundredths(0.15 * root * tint);
    wear.uneven = 9 * strength;
    wear.fibre = 1.5 * root;
    wear.ink_grey = std::round(15 + 30 * root);
    wear.fade = 0.28 * root;
    wear.loss = 0.65 * root;
    wear.spread_mm = 0.045 * root;
    wear.bleed = 0.19 * root;
    wear.blur_mm = 0.075 * root;
    wear.grain = 3.3 * strength;
    wear.pepper_per_cm2 = 18 * strength;
    wear.salt_per_cm2 = 7 * strength;
    return wear;
}

// What befalls some pages and not others, oftener and worse with more wear.
Wear with_accidents(Wear wear, double figure, Dice& dice) {
    const auto befalls = [&](double share) { return dice.chance(share * figure); };
    const double border = dice.between(2, 9), neighbour = dice.between(8, 24), curl = dice.between(-3, 3);
    const double far = dice.between(0.1, 0.6), lean = dice.between(0.05, 0.25);
    const double crease = dice.between(0.3, 1), stamps = dice.whole(1, 2), strokes = dice.whole(2, 14);
    const double quality = dice.whole(60, 90);
    if (befalls(0.3)) wear.bends.border_mm = border;
    if (befalls(0.15)) wear.bends.neighbour_mm = neighbour;
    if (befalls(0.12)) wear.bends.curl_mm = curl * figure;
    if (befalls(0.2)) wear.bends.perspective_percent = far * figure;
    if (befalls(0.3)) wear.bends.column_skew_deg = lean * figure;
    if (befalls(0.3)) wear.fold = crease;
    if (befalls(0.12)) wear.stamps = stamps;
    if (befalls(0.12)) wear.underlines = strokes;
    if (befalls(0.5)) wear.jpeg_quality = quality;
    return wear;
}

Raster printed_page(const Wear& wear, const SheetMap& map, const Stack& stack, int dpi, Dice& dice) {
    Dice press = dice.fork(1), paper = dice.fork(2), fold = dice.fork(3), office = dice.fork(4),
         reader = dice.fork(5);
    Raster page =
        lay_ink_on_paper(wear, print_ink(wear, stack.front.ink, dpi, press), stack.reverse, dpi, paper);
    page = folded(wear, std::move(page), dpi, fold);
    page = stamped(wear, std::move(page), dpi, office);
    page = underlined(wear, std::move(page), stack.front.line_ink, dpi, reader);
    return in_shade_of_spine(map, std::move(page));
}

}  // namespace

double wear_figure(const std::string& name) {
    for (const NamedWear& named : kNames)
        if (name == named.name) return named.figure;
    double figure = -1;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), figure);
    const bool whole = error == std::errc{} && end == name.data() + name.size();
    if (!whole || !(figure >= 0 && figure <= 2))
        throw std::invalid_argument("wear is clean, scan, worn, ruined or 0..2, not '" + name + "'");
    return figure;
}

Wear choose_wear(double figure, Dice& dice) {
    Dice print = dice.fork(1), chance = dice.fork(2), lie = dice.fork(3);
    Wear wear = with_accidents(usual_wear(strength_of(figure), print), figure, chance);
    const double tilt = lie.between(-1, 1);
    if (figure > 0) wear.bends.skew_deg = hundredths(tilt * std::min(1.5, 0.4 + 1.1 * figure));
    return wear;
}

Raster make_scan(const Wear& wear, const SheetMap& map, const Stack& stack, int dpi, Dice& dice) {
    Dice print = dice.fork(1), glass = dice.fork(2), dust = dice.fork(3), film = dice.fork(4);
    Raster scan =
        lay_on_glass(wear, map, printed_page(wear, map, stack, dpi, print), stack.neighbour, dpi, glass);
    scan = seen_through_lens(wear, scan, dpi);
    scan = specked(wear, std::move(scan), dpi, dust);
    scan = grained(wear, std::move(scan), dpi, film);
    scan = resampled(wear, scan, dpi);
    if (wear.jpeg_quality > 0) scan = through_jpeg(scan, static_cast<int>(wear.jpeg_quality));
    return made_bilevel(wear, std::move(scan));
}

}  // namespace banwen::newsprint
