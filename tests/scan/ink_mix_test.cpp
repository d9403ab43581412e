#include "scan/ink_mix.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace banwen {
namespace {

// Colours are blue, green, red.
void print_rows(cv::Mat& page, cv::Scalar ink) {
    for (int y = 20; y < 380; y += 20)
        page(cv::Rect(30, y, 540, 5)).setTo(ink);
}

cv::Mat printed_page(cv::Scalar paper, cv::Scalar ink) {
    cv::Mat page(400, 600, CV_8UC3, paper);
    print_rows(page, ink);
    return page;
}

double lightness(cv::Scalar colour, const ColourMix& mix) {
    return colour[0] * mix.blue + colour[1] * mix.green + colour[2] * mix.red;
}

const cv::Scalar kYellowed(150, 200, 225);
const cv::Scalar kStain(105, 165, 215);
const cv::Scalar kInk(45, 50, 60);
const cv::Scalar kRedInk(50, 40, 190);

TEST(BestInkMix, MakesStainsOnYellowedPaperFainter) {
    cv::Mat page(400, 600, CV_8UC3, kYellowed);
    for (int x = 0; x < 600; x += 150)
        page(cv::Rect(x, 0, 60, 400)).setTo(kStain);
    print_rows(page, kInk);
    const ColourMix mix = best_ink_mix(page);
    const double plain = (lightness(kYellowed, {}) - lightness(kStain, {})) / lightness(kYellowed, {});
    const double best = (lightness(kYellowed, mix) - lightness(kStain, mix)) / lightness(kYellowed, mix);
    EXPECT_LT(best, plain * 0.6);
}

TEST(BestInkMix, KeepsARedHeadlineLegible) {
    cv::Mat page = printed_page(kYellowed, kInk);
    page(cv::Rect(100, 10, 400, 60)).setTo(kRedInk);
    const ColourMix mix = best_ink_mix(page);
    EXPECT_LT(lightness(kRedInk, mix), 0.6 * lightness(kYellowed, mix));
}

TEST(BestInkMix, IsTheEyesOwnOnWhitePaper) {
    const ColourMix mix = best_ink_mix(printed_page({250, 250, 250}, {20, 20, 20}));
    EXPECT_DOUBLE_EQ(mix.green, ColourMix{}.green);
}

TEST(BestInkMix, IsTheEyesOwnOnABlankPage) {
    const ColourMix mix = best_ink_mix(cv::Mat(50, 50, CV_8UC3, kYellowed));
    EXPECT_DOUBLE_EQ(mix.green, ColourMix{}.green);
}

TEST(Mixed, WeighsTheChannels) {
    const cv::Mat one(1, 1, CV_8UC3, cv::Scalar(10, 100, 200));
    EXPECT_EQ(mixed(one, {.red = 0.5, .green = 0.5, .blue = 0}).at<std::uint8_t>(0, 0), 150);
}

}  // namespace
}  // namespace banwen
