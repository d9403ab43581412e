#include "clean/survey_page.h"

#include <algorithm>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "clean/binarize.h"
#include "clean/find_bend.h"
#include "clean/find_rotation.h"
#include "clean/find_skew.h"
#include "clean/find_slope.h"
#include "clean/find_type_size.h"
#include "clean/flatten_background.h"
#include "clean/mat_view.h"
#include "clean/turn_upright.h"

namespace banwen {
namespace {

constexpr int kLongestSide = 2400;
constexpr double kSureSlope = 0.2;
constexpr double kSureSkew = 0.3;          // confidence below which the small copy is not turned
constexpr double kTypeOfPage = 1.0 / 140;  // body type is about this share of a newspaper page's height

GrayImage small_copy(const GrayImage& scan) {
    const double scale = static_cast<double>(kLongestSide) / std::max(scan.width, scan.height);
    if (scale >= 1) return scan;
    GrayImage small = blank_image(std::max(1, static_cast<int>(scan.width * scale)),
                                  std::max(1, static_cast<int>(scan.height * scale)));
    cv::Mat target = view(small);
    cv::resize(view(scan), target, target.size(), 0, 0, cv::INTER_AREA);
    return small;
}

GrayImage inverted(GrayImage image) {
    for (std::uint8_t& pixel : image.pixels)
        pixel = static_cast<std::uint8_t>(255 - pixel);
    return image;
}

}  // namespace

double guessed_type_size(const GrayImage& scan) {
    return std::max(8.0, std::max(scan.width, scan.height) * kTypeOfPage);
}

Survey survey_page(const GrayImage& scan, double max_skew_deg) {
    Survey survey;
    if (scan.empty()) return survey;
    const GrayImage small = small_copy(scan);
    const double scale =
        static_cast<double>(std::max(scan.width, scan.height)) / std::max(small.width, small.height);
    const double guess = guessed_type_size(small);
    const GrayImage flat = flatten_background(small, guess);
    survey.skew = find_skew(inverted(flat), max_skew_deg);
    const bool skew_is_sure = survey.skew.confidence >= kSureSkew;
    GrayImage level = skew_is_sure ? turn_upright(flat, {.skew_deg = survey.skew.value}) : flat;
    GrayImage ink = binarize(level, guess);
    survey.type_size = find_type_size(ink);
    survey.rotation = find_rotation(ink, survey.type_size.value);
    if (skew_is_sure) {
        const Found<double> slope = find_slope(inverted(level), ink, survey.type_size.value);
        if (slope.confidence >= kSureSlope) survey.skew.value += slope.value;
        const int rotation = survey.rotation.confidence >= kSureRotation ? survey.rotation.value : 0;
        level = turn_upright(flat, {.rotation = rotation, .skew_deg = survey.skew.value});
        ink = binarize(level, guess);
        survey.bend = find_bend(inverted(level), ink, survey.type_size.value);
        survey.bend.value = scaled(std::move(survey.bend.value), scale, {});
    }
    survey.type_size.value = scale * (survey.type_size.value > 0 ? survey.type_size.value : guess);
    return survey;
}

}  // namespace banwen
