#include "clean/fit_bend.h"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace banwen {
namespace {

constexpr double kWidth = 1600, kHeight = 2400, kCell = 200;

// A sample in the middle of each square of a grid, as steep as `slope` says.
template <typename Slope>
std::vector<SlopeSample> samples_of(const Slope& slope) {
    std::vector<SlopeSample> samples;
    for (int y = 100; y < kHeight; y += 200)
        for (int x = 100; x < kWidth; x += 200)
            samples.push_back({{static_cast<double>(x), static_cast<double>(y)}, slope(x, y), 4});
    return samples;
}

double bow(double x, double /*y*/) {
    return x > 900 ? -0.00006 * (x - 900) : 0;
}

TEST(FitBend, FollowsLinesThatBowTowardsOneSide) {
    const BendFit fit = fit_bend(samples_of(bow), kWidth, kHeight, kCell);
    EXPECT_GT(fit.explained, 0.9);
    for (const double x : {200.0, 800.0, 1200.0, 1500.0})
        EXPECT_NEAR(slope_at(fit.bend, {x, 1000}), bow(x, 0), 0.003) << x;
}

TEST(FitBend, FollowsLinesThatFanOut) {
    const auto fan = [](double, double y) { return 0.00002 * (y - kHeight / 2); };
    const BendFit fit = fit_bend(samples_of(fan), kWidth, kHeight, kCell);
    EXPECT_GT(fit.explained, 0.9);
    EXPECT_NEAR(slope_at(fit.bend, {700, 2300}), fan(0, 2300), 0.001);
}

TEST(FitBend, ExplainsNothingOfErrors) {
    std::mt19937 dice(5);
    std::normal_distribution<double> error(0, 0.004);
    const BendFit fit =
        fit_bend(samples_of([&](double, double) { return error(dice); }), kWidth, kHeight, kCell);
    EXPECT_LT(fit.explained, 0.15);
    EXPECT_LT(fit.usual, 0.1);
}

TEST(FitBend, GivesNoSayToAFewPlacesThatStandAskew) {
    std::vector<SlopeSample> samples = samples_of(bow);
    samples[20].slope = 0.1;
    samples[55].slope = -0.08;
    const BendFit fit = fit_bend(samples, kWidth, kHeight, kCell);
    for (const double x : {200.0, 800.0, 1500.0})
        EXPECT_NEAR(slope_at(fit.bend, {x, 1000}), bow(x, 0), 0.004) << x;
}

TEST(FitBend, KnowsNothingWithoutSamples) {
    EXPECT_TRUE(fit_bend({}, kWidth, kHeight, kCell).bend.empty());
    EXPECT_EQ(fit_bend({}, kWidth, kHeight, kCell).explained, 0);
}

}  // namespace
}  // namespace banwen
