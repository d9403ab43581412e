#include "clean/slope_curve.h"

#include <gtest/gtest.h>

#include "clean/drawn_page.h"

namespace banwen {
namespace {

SlopeCurve curve_of_page(const GrayImage& page, const SlopeSteps& steps) {
    const GrayImage ink = dark_pixels(page);
    return curve_of(strips_of(ink, {0, 0, ink.width, ink.height}, 4), steps);
}

TEST(SlopeCurve, TellsTheSlopeOfLinesWithCoarseAndFineSteps) {
    const GrayImage page = draw_page({.width = 300, .height = 400, .columns = 1});
    for (const SlopeSteps steps : {SlopeSteps{}, SlopeSteps{.step = 0.3, .side = 20}}) {
        const Found<double> slope = slope_of(curve_of_page(turned_clockwise(page, 0.7), steps));
        EXPECT_NEAR(slope.value, 0.7, 0.1);
        EXPECT_GT(slope.confidence, 0.5);
    }
}

TEST(SlopeCurve, IsNotConfidentOfAPeakAtItsEnd) {
    const GrayImage page = draw_page({.width = 300, .height = 400, .columns = 1});
    EXPECT_EQ(slope_of(curve_of_page(turned_clockwise(page, 2.5), {})).confidence, 0);
}

TEST(SlopeCurve, KnowsNothingWithoutLines) {
    EXPECT_EQ(slope_of({}).confidence, 0);
    EXPECT_EQ(slope_of(curve_of_page(blank_image(200, 100), {})).confidence, 0);
}

}  // namespace
}  // namespace banwen
