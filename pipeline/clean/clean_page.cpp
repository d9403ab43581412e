#include "clean/clean_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "clean/binarize.h"
#include "clean/find_dpi.h"
#include "clean/find_light.h"
#include "clean/find_paper.h"
#include "clean/find_rotation.h"
#include "clean/find_show_through.h"
#include "clean/find_spine.h"
#include "clean/flatten_background.h"
#include "clean/measure_shade.h"
#include "clean/remove_specks.h"
#include "clean/survey_page.h"
#include "clean/turn_upright.h"

namespace banwen {
namespace {

constexpr double kSureLight = 0.5;
constexpr double kSureType = 0.3;
constexpr double kSureSkew = 0.3;
constexpr double kSureBend = 0.5;
constexpr double kSureShowThrough = 0.4;
constexpr double kLeastSkew = 0.04;   // degrees; less is not worth blurring the page for
constexpr double kScaledTypePx = 30;  // pitch that small type is scaled up to
constexpr double kLargestScale = 4;

// The sheet's other page and what lies around it, painted over.
GrayImage only_the_page(GrayImage scan) {
    const Paper surround = find_paper(scan);
    GrayImage sheet = without_surround(std::move(scan), surround);
    const Paper beyond = find_spine(sheet, surround);
    return without_surround(std::move(sheet), beyond);
}

GrayImage sheet_in_even_light(const GrayImage& scan) {
    GrayImage sheet = only_the_page(scan);
    const Found<GrayImage> light = find_light(sheet, guessed_type_size(sheet));
    if (light.confidence < kSureLight) return sheet;
    return only_the_page(
        in_even_light(std::move(sheet), light.value));  // an edge that lay in shadow shows now
}

double scale_for(const Found<double>& type_size, double min_type_px) {
    if (type_size.confidence < kSureType || type_size.value >= min_type_px) return 1;
    // In quarters, so that most characters meet the new pixels in the same few ways.
    return std::clamp(std::round(kScaledTypePx / type_size.value * 4) / 4, 1.0, kLargestScale);
}

Turn turn_for(const Survey& survey, const Scan& scan, const CleanOptions& options) {
    Turn turn;
    if (survey.rotation.confidence >= kSureRotation) turn.rotation = survey.rotation.value;
    const bool skewed = survey.skew.confidence >= kSureSkew && std::abs(survey.skew.value) >= kLeastSkew;
    const bool bent = survey.bend.confidence >= kSureBend;
    if (bent) turn.bend = survey.bend.value;
    if (skewed || bent) turn.skew_deg = survey.skew.value;
    turn.scale = scale_for(survey.type_size, options.min_type_px);
    if (!can_turn(scan.gray.width, scan.gray.height, turn)) turn.scale = 1;
    if (!can_turn(scan.gray.width, scan.gray.height, turn)) turn = {.rotation = turn.rotation};
    return turn;
}

// Out of the page and its shade, where it is sure.
void take_show_through(PagePixels& page, GrayImage& shade, double type_size) {
    const Found<ShowThrough> through = find_show_through(page, type_size);
    if (through.confidence < kSureShowThrough) return;
    const double size_in_shade = type_size * shade.width / page.gray.width;
    shade = shade_without_show_through(std::move(shade), through.value.tone, size_in_shade);
    page = without_show_through(std::move(page), through.value.mask);
}

double farthest(const Bend& bend) {
    double most = 0;
    for (const Point& knot : bend.knots)
        most = std::max(most, std::hypot(knot.x, knot.y));
    return most;
}

}  // namespace

CleanPage clean_page(const Scan& scan, const CleanOptions& options) {
    CleanPage result{.gray = sheet_in_even_light(scan.gray), .dpi = scan.dpi, .scan_dpi = scan.dpi};
    result.scan_width = scan.gray.width;
    result.scan_height = scan.gray.height;
    if (scan.gray.empty()) return result;
    const Survey survey = survey_page(result.gray, options.max_skew_deg);
    const Turn turn = turn_for(survey, scan, options);
    const Resolution resolution = find_dpi(scan.dpi, survey.type_size, options.default_type_mm);
    const double type_size = survey.type_size.value;

    result.shade = measure_shade(result.gray, type_size);
    PagePixels page{flatten_background(result.gray, type_size), {}};
    page.ink = binarize(page.gray, type_size);
    if (survey.type_size.confidence >= kSureType) {
        take_show_through(page, result.shade, type_size);
        page = remove_specks(std::move(page), type_size);
    }
    if (turn.rotation != 0 || turn.skew_deg != 0 || turn.scale != 1 || !turn.bend.empty()) {
        page.gray = turn_upright(page.gray, turn);
        page.ink = binarize(page.gray, type_size * turn.scale);
        result.shade = turn_upright(
            result.shade, turn_of_copy(turn, static_cast<double>(result.shade.width) / scan.gray.width));
    }

    result.gray = std::move(page.gray);
    result.ink = std::move(page.ink);
    result.dpi = resolution.dpi * turn.scale;
    result.scan_dpi = resolution.dpi;
    result.dpi_estimated = resolution.estimated;
    result.type_size = {type_size * turn.scale, survey.type_size.confidence};
    result.rotation = {turn.rotation, survey.rotation.confidence};
    result.skew = {turn.skew_deg, survey.skew.confidence};
    result.bend = {farthest(turn.bend) * turn.scale, survey.bend.confidence};
    result.to_scan = upright_frame(scan.gray.width, scan.gray.height, turn).to_scan;
    return result;
}

}  // namespace banwen
