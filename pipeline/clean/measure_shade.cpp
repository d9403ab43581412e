#include "clean/measure_shade.h"

#include <opencv2/imgproc.hpp>

#include "clean/ground.h"

namespace banwen {
namespace {

constexpr int kRounds = 5;
constexpr double kPaperPlay = 0.07;  // paper's own brightness differs by less from place to place

// One row a place: 1, x, y, x², xy, y², with x and y from -1 to 1 over the page.
cv::Mat terms_of(const cv::Size& size) {
    cv::Mat terms(size.area(), 6, CV_32F);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const float u =
                2.0F * static_cast<float>(x) / static_cast<float>(std::max(1, size.width - 1)) - 1;
            const float v =
                2.0F * static_cast<float>(y) / static_cast<float>(std::max(1, size.height - 1)) - 1;
            const float row[] = {1, u, v, u * u, u * v, v * v};
            std::copy(std::begin(row), std::end(row), terms.ptr<float>(y * size.width + x));
        }
    return terms;
}

// Weighted least squares by the normal equations; with few places of weight the surface is flat.
cv::Mat fitted(const cv::Mat& terms, const cv::Mat& values, const cv::Mat& weights) {
    cv::Mat weighted = terms.clone();
    for (int i = 0; i < weighted.rows; ++i)
        weighted.row(i) *= weights.at<float>(i);
    const cv::Mat normal = terms.t() * weighted + 1e-3 * cv::Mat::eye(6, 6, CV_32F);
    cv::Mat coefficients;
    cv::solve(normal, weighted.t() * values, coefficients, cv::DECOMP_SVD);
    return terms * coefficients;
}

cv::Mat paper_surface(const cv::Mat& ground) {
    constexpr int kSide = 48;
    cv::Mat coarse, values;
    cv::resize(ground, coarse, {std::min(kSide, ground.cols), std::min(kSide, ground.rows)}, 0, 0,
               cv::INTER_AREA);
    coarse.convertTo(values, CV_32F);
    values = values.reshape(1, coarse.rows * coarse.cols);
    const cv::Mat terms = terms_of(coarse.size());
    cv::Mat weights = cv::Mat::ones(values.rows, 1, CV_32F), surface;
    for (int round = 0; round < kRounds; ++round) {
        surface = fitted(terms, values, weights);
        for (int i = 0; i < values.rows; ++i)
            weights.at<float>(i) =
                values.at<float>(i) < (1 - kPaperPlay) * surface.at<float>(i) ? 0.02F : 1.0F;
    }
    cv::Mat full;
    cv::resize(surface.reshape(1, coarse.rows), full, ground.size(), 0, 0, cv::INTER_LINEAR);
    return cv::max(full, 1.0);
}

}  // namespace

GrayImage measure_shade(const GrayImage& gray, double type_size) {
    if (gray.empty()) return {};
    const cv::Mat ground = ground_of(gray, type_size);
    cv::Mat share, shade;
    ground.convertTo(share, CV_32F, 255);
    cv::divide(share, paper_surface(ground), share);
    share.convertTo(shade, CV_8U);
    GrayImage result{shade.cols, shade.rows, {}};
    result.pixels.assign(shade.datastart, shade.dataend);
    return result;
}

}  // namespace banwen
