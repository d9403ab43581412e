#include "clean/find_light.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "clean/ground.h"
#include "clean/mat_view.h"

namespace banwen {
namespace {

constexpr int kBands = 24;            // of the page's height in which columns are looked at
constexpr int kRun = 8;               // bands; a picture is lower than so many
constexpr std::size_t kLid = 1;       // lightest bands of a run that do not count: the scanner's white lid
constexpr double kLight = 0.9;        // of a cell's tones, the one that counts as its lightest
constexpr double kDarkestPaper = 40;  // a page with nothing lighter has no paper
constexpr float kShadow = 0.93F;      // share of the usual light below which it is one
constexpr double kPlay = 0.8;         // how much darker than its column's lightest part a part may be
constexpr double kLeastLight = 0.25;
constexpr double kEdge = 2.0;   // em; where a shadow's depth is reached within it, it has a sharp side
constexpr double kSharp = 0.6;  // of the depth
constexpr double kFaint = 0.1;  // a depth that tells nothing
constexpr double kDeep = 0.33;

using Light = std::vector<std::vector<float>>;  // column by column, from head to foot; 1 = usual light

float tone_at_rank(std::vector<float> values, double rank) {
    const auto nth =
        values.begin() + static_cast<std::ptrdiff_t>(rank * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
}

float lightest_of(const cv::Mat& area) {
    std::vector<float> tones;
    for (int y = 0; y < area.rows; ++y)
        tones.insert(tones.end(), area.ptr<std::uint8_t>(y), area.ptr<std::uint8_t>(y) + area.cols);
    return tone_at_rank(std::move(tones), kLight);
}

// Of the bands around each nearly the lightest.
std::vector<float> over_runs(const std::vector<float>& bands) {
    std::vector<float> light;
    const int count = static_cast<int>(bands.size());
    for (int i = 0; i < count; ++i) {
        const int from = std::clamp(i - kRun / 2, 0, std::max(0, count - kRun));
        std::vector<float> run(bands.begin() + from, bands.begin() + std::min(count, from + kRun));
        std::sort(run.begin(), run.end(), std::greater<>());
        light.push_back(run[std::min(kLid, run.size() - 1)]);
    }
    return light;
}

// In columns one character wide.
Light light_of(const cv::Mat& ground, int column_width) {
    Light light;
    for (int x = 0; x < ground.cols; x += column_width) {
        std::vector<float> bands;
        for (int i = 0; i < kBands; ++i) {
            const int top = ground.rows * i / kBands,
                      foot = std::max(top + 1, ground.rows * (i + 1) / kBands);
            const cv::Rect area =
                cv::Rect(x, top, column_width, foot - top) & cv::Rect({0, 0}, ground.size());
            bands.push_back(area.empty() ? 255.0F : lightest_of(ground(area)));
        }
        light.push_back(over_runs(bands));
    }
    return light;
}

// The lightest part of each column: where that is dark, all of it is.
std::vector<float> profile_of(const Light& light) {
    std::vector<float> profile;
    for (const std::vector<float>& column : light)
        profile.push_back(*std::max_element(column.begin(), column.end()));
    return profile;
}

bool is_sharp(const std::vector<float>& profile, int outside, int direction, float deepest) {
    const int count = static_cast<int>(profile.size());
    if (outside < 0 || outside >= count) return true;
    const int inside = std::clamp(outside + direction * static_cast<int>(kEdge + 1), 0, count - 1);
    const float depth = profile[static_cast<std::size_t>(outside)] - deepest;
    return profile[static_cast<std::size_t>(outside)] - profile[static_cast<std::size_t>(inside)] >
           kSharp * depth;
}

// Columns in shadow with a gradual side keep their light, all others get the usual one.
void keep_shadows(Light& light, const std::vector<float>& profile) {
    const int count = static_cast<int>(profile.size());
    for (int from = 0; from < count;) {
        int to = from;
        while (to < count && profile[static_cast<std::size_t>(to)] < 1)
            ++to;
        const float deepest =
            to > from ? *std::min_element(profile.begin() + from, profile.begin() + to) : 1.0F;
        const bool sharp =
            to == from || (is_sharp(profile, from - 1, 1, deepest) && is_sharp(profile, to, -1, deepest));
        for (int x = from; x < std::max(to, from + 1); ++x)
            for (float& part : light[static_cast<std::size_t>(x)]) {
                const auto lightest = static_cast<double>(profile[static_cast<std::size_t>(x)]);
                part = sharp ? 1.0F
                             : static_cast<float>(
                                   std::clamp<double>(part, std::max(kLeastLight, kPlay * lightest), 1.0));
            }
        from = std::max(to, from + 1);
    }
}

// Of shadows that run from head to foot.
cv::Mat light_across(const cv::Mat& ground, int column_width) {
    Light light = light_of(ground, column_width);
    std::vector<float> tones;
    for (const std::vector<float>& column : light)
        tones.insert(tones.end(), column.begin(), column.end());
    const float usual = tone_at_rank(std::move(tones), 0.6);
    cv::Mat picture(kBands, static_cast<int>(light.size()), CV_32F, cv::Scalar(1));
    if (usual < kDarkestPaper) return picture;
    for (std::vector<float>& column : light)
        for (float& part : column)
            part = std::min(1.0F, part / (kShadow * usual));
    keep_shadows(light, profile_of(light));
    for (int x = 0; x < picture.cols; ++x)
        for (int y = 0; y < picture.rows; ++y)
            picture.at<float>(y, x) = light[static_cast<std::size_t>(x)][static_cast<std::size_t>(y)];
    cv::blur(picture, picture, {1, 5}, {-1, -1}, cv::BORDER_REPLICATE);
    return picture;
}

}  // namespace

Found<GrayImage> find_light(const GrayImage& gray, double type_size) {
    if (std::min(gray.width, gray.height) < 8 * type_size || type_size <= 0) return {};
    const cv::Mat ground = ground_of(gray, type_size);
    const int em = std::max(1, cvRound(type_size * ground.cols / gray.width));
    const cv::Mat light = light_across(ground, em);
    double least = 1;
    cv::minMaxLoc(light, &least);
    const double confidence = std::clamp((1 - least - kFaint) / (kDeep - kFaint), 0.0, 1.0);
    if (confidence <= 0) return {};
    Found<GrayImage> found{blank_image(light.cols, light.rows), confidence};
    cv::Mat picture = view(found.value);
    light.convertTo(picture, CV_8U, 255);
    return found;
}

GrayImage in_even_light(GrayImage gray, const GrayImage& light) {
    if (gray.empty() || light.empty()) return gray;
    cv::Mat page = view(gray), full;
    cv::resize(view(light), full, page.size(), 0, 0, cv::INTER_LINEAR);
    cv::divide(page, full, page, 255);
    return gray;
}

}  // namespace banwen
