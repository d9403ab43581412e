#include "clean/flatten_background.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "clean/ground.h"
#include "clean/mat_view.h"

namespace banwen {
namespace {

constexpr int kGrid = 24;             // cells along the longer side in which paper is looked for
constexpr double kDarkestPaper = 40;  // a page with nothing lighter than this has no paper
constexpr double kPaperOfPage = 0.5;  // a cell's light tone below this share of the page's is not paper
constexpr double kDarkTone = 0.58;    // tones below this share of the paper are printed dark
constexpr double kTintTone = 0.78;    // tones above it are paper or a tint under type
constexpr double kWhitePoint = 0.95;  // this share of the background is white, which hides the paper's grain

// The tone that a share of `rank` of the values do not exceed.
float tone_at_rank(std::vector<float> values, double rank) {
    const auto nth = values.begin() + static_cast<long>(rank * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
}

// The light tone of each cell of the grid: nearly the brightest of its backgrounds.
cv::Mat light_tones(const cv::Mat& background) {
    const int cell = std::max(1, std::max(background.cols, background.rows) / kGrid);
    const int columns = (background.cols + cell - 1) / cell;
    const int rows = (background.rows + cell - 1) / cell;
    cv::Mat tones(rows, columns, CV_32F);
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            const cv::Rect area =
                cv::Rect(x * cell, y * cell, cell, cell) & cv::Rect({0, 0}, background.size());
            cv::Mat values;
            background(area).convertTo(values, CV_32F);
            tones.at<float>(y, x) = tone_at_rank({values.begin<float>(), values.end<float>()}, 0.9);
        }
    }
    return tones;
}

// Fills cells that hold no paper from those around them, the nearer ones first.
cv::Mat filled_from_paper(const cv::Mat& tones, double least) {
    cv::Mat has_paper = tones >= least;
    cv::Mat known = tones.clone();
    known.setTo(0, ~has_paper);
    cv::Mat weight;
    has_paper.convertTo(weight, CV_32F, 1.0 / 255);
    cv::Mat result = known.clone();
    cv::Mat open = ~has_paper;
    for (int side = 3; cv::countNonZero(open) > 0 && side <= 4 * kGrid + 1; side = 2 * side - 1) {
        cv::Mat sum;
        cv::Mat count;
        cv::boxFilter(known, sum, CV_32F, {side, side}, {-1, -1}, false, cv::BORDER_CONSTANT);
        cv::boxFilter(weight, count, CV_32F, {side, side}, {-1, -1}, false, cv::BORDER_CONSTANT);
        const cv::Mat reached = open & (count > 0.5);
        cv::Mat mean = sum / cv::max(count, 1.0);
        mean.copyTo(result, reached);
        open.setTo(0, reached);
    }
    return result;
}

// Dark areas take the paper's tone as their background; paper and tints keep their own.
void spare_dark_areas(cv::Mat& background, const cv::Mat& paper) {
    for (int y = 0; y < background.rows; ++y) {
        auto* tone = background.ptr<std::uint8_t>(y);
        const float* around = paper.ptr<float>(y);
        for (int x = 0; x < background.cols; ++x) {
            const double ratio = tone[x] / std::max(1.0F, around[x]);
            const double step = std::clamp((ratio - kDarkTone) / (kTintTone - kDarkTone), 0.0, 1.0);
            const double own = step * step * (3 - 2 * step);
            tone[x] = cv::saturate_cast<std::uint8_t>(own * tone[x] + (1 - own) * around[x]);
        }
    }
}

GrayImage divided(const GrayImage& gray, const cv::Mat& background) {
    cv::Mat full;
    cv::resize(background, full, {gray.width, gray.height}, 0, 0, cv::INTER_LINEAR);
    GrayImage flat = blank_image(gray.width, gray.height);
    // 16.16 fixed point: one multiplication a pixel.
    std::vector<std::uint32_t> factor(256);
    for (std::size_t i = 0; i < factor.size(); ++i)
        factor[i] = static_cast<std::uint32_t>(
            255.0 * 65536 / (kWhitePoint * std::max(kDarkestPaper, static_cast<double>(i))));
    for (int y = 0; y < gray.height; ++y) {
        const std::uint8_t* tone = full.ptr<std::uint8_t>(y);
        const std::uint8_t* from =
            &gray.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(gray.width)];
        std::uint8_t* to = &flat.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(gray.width)];
        for (int x = 0; x < gray.width; ++x)
            to[x] = static_cast<std::uint8_t>(std::min(255U, (from[x] * factor[tone[x]] + 32768U) >> 16));
    }
    return flat;
}

}  // namespace

GrayImage flatten_background(const GrayImage& gray, double type_size) {
    if (gray.empty()) return gray;
    cv::Mat background = ground_of(gray, type_size);
    const cv::Mat tones = light_tones(background);
    const double paper_tone = tone_at_rank({tones.begin<float>(), tones.end<float>()}, 0.8);
    if (paper_tone < kDarkestPaper) return gray;
    cv::Mat paper;
    cv::resize(filled_from_paper(tones, kPaperOfPage * paper_tone), paper, background.size(), 0, 0,
               cv::INTER_LINEAR);
    spare_dark_areas(background, paper);
    return divided(gray, background);
}

}  // namespace banwen
