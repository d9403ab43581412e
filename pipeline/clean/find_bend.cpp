#include "clean/find_bend.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "clean/fit_bend.h"
#include "clean/mat_view.h"
#include "clean/slope_curve.h"
#include "clean/trace_lines.h"
#include "clean/turn_upright.h"

namespace banwen {
namespace {

// In characters.
constexpr double kPiece = 10;          // a line is cut into pieces about so long
constexpr double kNeighbourhood = 10;  // side of the squares in which pieces add their curves
constexpr double kCell = 12;           // of the spline

constexpr double kGapInLine = 0.5;  // bridged when the direction of the lines is found

constexpr int kStrip = 4;  // px
constexpr SlopeSteps kWide{.step = 0.3, .side = 20};
constexpr SlopeSteps kFine{.step = 0.1, .side = 15};
constexpr int kRounds = 3;
constexpr double kSureSample = 0.3;
constexpr double kLittle = 0.02;        // degrees; two bends no farther apart are the same
constexpr double kStraight = 0.03;      // degrees; a page that bends less is left alone
constexpr double kPlenty = 60;          // pieces; more add nothing to the confidence
constexpr double kNoiseExplains = 0.2;  // of the slopes: what a fit takes from measuring errors alone
constexpr double kBendExplains = 0.6;

// How lines are cut and measured.
struct PieceCut {
    double length = 0;  // characters
    SlopeSteps steps;
};

struct Measured {
    std::vector<SlopeSample> samples;
    double pieces = 0;
};

Strips whole_in_strips(const GrayImage& image) {
    return strips_of(image, {0, 0, image.width, image.height}, kStrip);
}

// Pieces that stand together, with the sums of their middles, each times its length.
struct Neighbourhood {
    SlopeCurve curve;
    Point middle;
    double length = 0;
    double pieces = 0;
};

void add_piece(Neighbourhood& here, const LinePiece& piece, const SlopeSteps& steps) {
    const Point middle = piece.box.center();
    here.curve = sum_of(std::move(here.curve), curve_of(whole_in_strips(piece.darkness), steps));
    here.middle.x += piece.box.width * middle.x;
    here.middle.y += piece.box.width * middle.y;
    here.length += piece.box.width;
    here.pieces += 1;
}

// What a line tells of its slope grows with the third power of its length.
SlopeSample sample_of(const Neighbourhood& here, double slope_deg, double em) {
    return {.place = {here.middle.x / here.length, here.middle.y / here.length},
            .slope = std::tan(slope_deg * std::numbers::pi / 180),
            .weight = here.pieces * std::pow(here.length / (here.pieces * kPiece * em), 3)};
}

Measured measure_slopes(const GrayImage& darkness, const GrayImage& ink, double em, const PieceCut& cut) {
    std::map<std::pair<int, int>, Neighbourhood> page;
    Measured measured;
    const auto index = [&](double place) { return static_cast<int>(place / (kNeighbourhood * em)); };
    for (const LinePiece& piece : trace_pieces(darkness, type_ink(ink, em), em, cut.length)) {
        const Point middle = piece.box.center();
        add_piece(page[{index(middle.y), index(middle.x)}], piece, cut.steps);
        measured.pieces += 1;
    }
    for (const auto& [place, here] : page) {
        const Found<double> slope = slope_of(here.curve);
        if (slope.confidence >= kSureSample) measured.samples.push_back(sample_of(here, slope.value, em));
    }
    return measured;
}

GrayImage solid(GrayImage ink) {
    for (std::uint8_t& pixel : ink.pixels)
        pixel = pixel >= 128 ? 255 : 0;
    return ink;
}

// Measured on the page as the bend straightens it, with the bend's own slopes added.
Measured measure_bent(const GrayImage& darkness, const GrayImage& ink, double em, const Bend& bend) {
    const bool first = bend.empty();
    Measured measured = measure_slopes(straightened(darkness, bend, 0), solid(straightened(ink, bend, 0)), em,
                                       first ? PieceCut{kPiece, kWide} : PieceCut{2 * kPiece, kFine});
    for (SlopeSample& sample : measured.samples)
        sample.slope += slope_at(bend, sample.place);
    return measured;
}

// Degrees, root mean square over the samples' places.
double apart(const Bend& a, const Bend& b, const std::vector<SlopeSample>& samples) {
    double squares = 0;
    for (const SlopeSample& sample : samples)
        squares += std::pow(slope_at(a, sample.place) - slope_at(b, sample.place), 2);
    return std::sqrt(squares / static_cast<double>(samples.size())) * 180 / std::numbers::pi;
}

// Of lines that run across.
Found<Bend> bend_across(const GrayImage& darkness, const GrayImage& ink, double em) {
    Found<Bend> found;
    for (int round = 0; round < kRounds; ++round) {
        const Measured measured = measure_bent(darkness, ink, em, found.value);
        const BendFit fit = fit_bend(measured.samples, darkness.width, darkness.height, kCell * em);
        if (fit.usual < kStraight) return {};
        const bool settled = !found.value.empty() && apart(fit.bend, found.value, measured.samples) < kLittle;
        const double clear = (fit.explained - kNoiseExplains) / (kBendExplains - kNoiseExplains);
        found = {fit.bend, std::min(1.0, measured.pieces / kPlenty) * std::clamp(clear, 0.0, 1.0)};
        if (settled) break;
    }
    return found;
}

Found<Bend> transposed(Found<Bend> bend) {
    Bend turned = bend.value;
    std::swap(turned.cells_x, turned.cells_y);
    std::swap(turned.origin.x, turned.origin.y);
    const int columns = bend.value.cells_x + 3, rows = bend.value.cells_y + 3;
    if (bend.value.empty()) return bend;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const Point& knot = bend.value.knots[static_cast<std::size_t>(row * columns + column)];
            turned.knots[static_cast<std::size_t>(column * rows + row)] = {knot.y, knot.x};
        }
    return {turned, bend.confidence};
}

double length_across(const GrayImage& type, double em) {
    double length = 0;
    for (const Box& line : trace_lines(type, em, kGapInLine))
        length += line.width;
    return length;
}

}  // namespace

Found<Bend> find_bend(const GrayImage& darkness, const GrayImage& ink, double type_size) {
    if (ink.empty() || type_size <= 0) return {};
    const GrayImage type = type_ink(ink, type_size);
    if (length_across(type, type_size) >= length_across(transposed(type), type_size))
        return bend_across(darkness, ink, type_size);
    return transposed(bend_across(transposed(darkness), transposed(ink), type_size));
}

}  // namespace banwen
