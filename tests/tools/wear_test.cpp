// The harms of the generator, each by itself: that it does what its name says, and that the truth follows.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "blur.h"
#include "harm_table.h"

namespace banwen::newsprint {
namespace {

constexpr int kDpi = 100;

// A plate with a square of full ink in the middle.
Proof square_of_ink(int side = 300) {
    Proof proof;
    proof.ink = {side, side, std::vector<std::uint8_t>(static_cast<std::size_t>(side * side), 0)};
    for (int y = side / 3; y < side * 2 / 3; ++y)
        for (int x = side / 3; x < side * 2 / 3; ++x)
            proof.ink.at(x, y) = 255;
    const double third = side / 3.0;
    proof.line_ink = {{{third, third, third, third}}};
    return proof;
}

Raster scan_of(const Wear& wear, const Proof& proof, const Raster& reverse = {}) {
    Dice dice(1);
    const SheetMap map(wear.bends, proof.ink.width, proof.ink.height, kDpi, Dice(2));
    return make_scan(wear, map, {proof, reverse, reverse}, kDpi, dice);
}

double mean_grey(const Raster& scan) {
    double sum = 0;
    for (const std::uint8_t pixel : scan.pixels)
        sum += pixel;
    return sum / static_cast<double>(scan.pixels.size());
}

TEST(MakeScan, WithoutHarmsIsThePlateItself) {
    const Proof proof = square_of_ink();
    const Raster scan = scan_of({}, proof);
    ASSERT_EQ(scan.pixels.size(), proof.ink.pixels.size());
    for (std::size_t i = 0; i < scan.pixels.size(); ++i)
        ASSERT_EQ(scan.pixels[i], 255 - proof.ink.pixels[i]);
}

TEST(MakeScan, IsAlteredByEveryHarm) {
    const Proof proof = square_of_ink();
    const Raster reverse = blurred(proof.ink, 20);
    const Raster whole = scan_of({}, proof, reverse);
    for (const Harm& harm : all_harms()) {
        Wear wear;
        harm.knob(wear) = harm.least > 0 ? harm.least : harm.most;
        // Salt is seen on ink, a threshold on what is not black and white already.
        if (std::string(harm.name) == "bilevel") wear.blur_mm = 0.5;
        EXPECT_NE(scan_of(wear, proof, reverse).pixels, whole.pixels) << harm.name;
    }
}

TEST(MakeScan, GivesTheSameBytesAgain) {
    Dice first(7), second(7);
    const Wear one = choose_wear(1.5, first), other = choose_wear(1.5, second);
    EXPECT_EQ(scan_of(one, square_of_ink()).pixels, scan_of(other, square_of_ink()).pixels);
}

TEST(MakeScan, LeavesTheOtherHarmsThrowsAloneWhenAKnobIsTurned) {
    Wear peppered;
    peppered.pepper_per_cm2 = 30;
    Wear both = peppered;
    both.ink_grey = 1;
    both.fade = 0.001;
    const Raster one = scan_of(peppered, square_of_ink());
    const Raster other = scan_of(both, square_of_ink());
    for (int i = 0; i < 90; ++i)
        EXPECT_NEAR(one.at(i, i), other.at(i, i), 2) << "paper at " << i;
}

TEST(MakeScan, ShowsTheOtherSideMirrored) {
    Proof blank = square_of_ink();
    std::fill(blank.ink.pixels.begin(), blank.ink.pixels.end(), std::uint8_t{0});
    Raster reverse = blank.ink;
    for (int y = 0; y < 300; ++y)
        for (int x = 0; x < 60; ++x)
            reverse.at(x, y) = 255;
    Wear wear;
    wear.bleed = 0.3;
    const Raster scan = scan_of(wear, blank, reverse);
    EXPECT_EQ(scan.at(20, 150), 255);
    EXPECT_NEAR(scan.at(279, 150), 255 * 0.7, 2);
}

TEST(MakeScan, SpreadsInkOutwardAndEatsItAway) {
    const double whole = mean_grey(scan_of({}, square_of_ink()));
    Wear spread;
    spread.spread_mm = 0.2;
    EXPECT_LT(mean_grey(scan_of(spread, square_of_ink())), whole);
    Wear eaten;
    eaten.loss = 0.7;
    EXPECT_GT(mean_grey(scan_of(eaten, square_of_ink())), whole);
}

TEST(MakeScan, HasOnlyBlackAndWhiteWhenBilevel) {
    Wear wear;
    wear.bilevel = 0.5;
    wear.blur_mm = 0.3;
    wear.grain = 20;
    const Raster scan = scan_of(wear, square_of_ink());
    EXPECT_THAT(scan.pixels, testing::Each(testing::AnyOf(0, 255)));
    EXPECT_EQ(scan.at(150, 150), 0);
    EXPECT_EQ(scan.at(20, 20), 255);
}

TEST(MakeScan, StrikesUnderALine) {
    Wear wear;
    wear.underlines = 1;
    const Raster whole = scan_of({}, square_of_ink()), marked = scan_of(wear, square_of_ink());
    for (int y = 0; y < 300; ++y) {
        if (y >= 190 && y <= 212) continue;
        for (int x = 0; x < 300; ++x)
            ASSERT_EQ(marked.at(x, y), whole.at(x, y)) << x << ',' << y;
    }
    EXPECT_LT(mean_grey(marked), mean_grey(whole));
}

TEST(MakeScan, ShowsLidAndNeighbourAroundTheSheet) {
    Wear wear;
    wear.bends.border_mm = 10;
    wear.bends.neighbour_mm = 40;
    const SheetMap map(wear.bends, 300, 300, kDpi, Dice(2));
    EXPECT_EQ(map.scan_height(), 300 + static_cast<int>(std::ceil(2 * 10 / 25.4 * kDpi)));
    EXPECT_EQ(map.scan_width(), 300 + static_cast<int>(std::ceil((2 * 10 + 40) / 25.4 * kDpi)));
    const Raster full{300, 300, std::vector<std::uint8_t>(300 * 300, 255)};
    const Raster scan = scan_of(wear, square_of_ink(), full);
    const bool right = map.neighbour_side() == PageSide::right;
    const Point in_neighbour = map.on_scan({right ? 350.0 : -50.0, 150});
    EXPECT_EQ(scan.at(static_cast<int>(in_neighbour.x), static_cast<int>(in_neighbour.y)), 0);
    EXPECT_THAT(scan.at(2, 2), testing::AnyOf(22, 238));
}

// Every bend alone and all together.
class Bent : public testing::TestWithParam<Bends> {};

TEST_P(Bent, FindsItsWayBack) {
    const SheetMap map(GetParam(), 2000, 3000, 200, Dice(5));
    for (double x = 0; x <= 2000; x += 125) {
        for (double y = 0; y <= 3000; y += 125) {
            const Point back = map.on_sheet(map.on_scan({x, y}));
            EXPECT_NEAR(back.x, x, 0.002);
            EXPECT_NEAR(back.y, y, 0.002);
        }
    }
}

// A plate with a dot: where the scan is darkest is where the map says.
TEST_P(Bent, MovesPixelsAsItMovesPoints) {
    for (const Point dot :
         {Point{80, 90}, Point{310, 70}, Point{60, 420}, Point{330, 440}, Point{200, 250}}) {
        Proof proof;
        proof.ink = {400, 500, std::vector<std::uint8_t>(400 * 500, 0)};
        for (int y = -2; y <= 2; ++y)
            for (int x = -2; x <= 2; ++x)
                proof.ink.at(static_cast<int>(dot.x) + x, static_cast<int>(dot.y) + y) = 255;
        const Wear wear{.bends = GetParam()};
        Dice dice(1);
        const SheetMap map(wear.bends, 400, 500, kDpi, Dice(2));
        const Raster scan = make_scan(wear, map, {proof, {}, {}}, kDpi, dice);
        const Point expected = map.on_scan({dot.x + 0.5, dot.y + 0.5});
        double sum = 0, sum_x = 0, sum_y = 0;
        const int cx = static_cast<int>(expected.x), cy = static_cast<int>(expected.y);
        const double paper = scan.at(cx + 8, cy);
        for (int y = cy - 7; y <= cy + 7; ++y) {
            for (int x = cx - 7; x <= cx + 7; ++x) {
                const double ink = std::max(0.0, paper - scan.at(x, y) - 12);
                sum += ink, sum_x += ink * (x + 0.5), sum_y += ink * (y + 0.5);
            }
        }
        ASSERT_GT(sum, 0);
        EXPECT_NEAR(sum_x / sum, expected.x, 0.25);
        EXPECT_NEAR(sum_y / sum, expected.y, 0.25);
    }
}

INSTANTIATE_TEST_SUITE_P(Each, Bent,
                         testing::Values(Bends{.skew_deg = 5}, Bends{.skew_deg = -3.37},
                                         Bends{.column_skew_deg = 1}, Bends{.curl_mm = 6},
                                         Bends{.curl_mm = -6}, Bends{.perspective_percent = 8},
                                         Bends{.border_mm = 7, .neighbour_mm = 20},
                                         Bends{-2, 0.6, 4, 5, 3, 20}));

TEST(SheetMap, TurnsClockwiseForAPositiveSkew) {
    const SheetMap map(Bends{.skew_deg = 2}, 1000, 1000, 200, Dice(1));
    const Point left = map.on_scan({100, 500}), right = map.on_scan({900, 500});
    EXPECT_NEAR(std::atan2(right.y - left.y, right.x - left.x) * 180 / std::numbers::pi, 2, 1e-9);
}

TEST(SheetMap, LeansColumnsNoMoreThanItWasTold) {
    const SheetMap map(Bends{.column_skew_deg = 0.7}, 1000, 1000, 200, Dice(3));
    double most = 0;
    for (int x = 0; x < 1000; x += 10) {
        const double rise = map.on_scan({x + 10.0, 500}).y - map.on_scan({x + 0.0, 500}).y;
        most = std::max(most, std::abs(std::atan2(rise, 10)) * 180 / std::numbers::pi);
    }
    EXPECT_LE(most, 0.7 + 1e-9);
    EXPECT_GT(most, 0.55);
    EXPECT_NEAR(map.on_scan({0, 500}).y, map.on_scan({1000, 500}).y, 1e-6)
        << "the sheet itself is not turned";
}

TEST(WithHarms, TurnsTheKnobThatIsNamed) {
    const Wear wear = with_harms({}, {"skew-deg=-2.5", "pepper-per-cm2=40", "skew-deg=1"});
    EXPECT_EQ(wear.bends.skew_deg, 1);
    EXPECT_EQ(wear.pepper_per_cm2, 40);
    EXPECT_EQ(wear.blur_mm, 0);
}

TEST(WithHarms, RefusesWhatIsNoHarm) {
    for (const char* setting :
         {"", "skew-deg", "skew-deg=", "skew-deg=x", "skew-deg=1x", "skew-deg=5.1", "skew-deg=nan", "=1",
          "skew=1", "jpeg-quality=5", "paper-grey=0", "blur-mm=-1", "skew-deg =1", "SKEW-DEG=1"})
        EXPECT_THROW(with_harms({}, {setting}), std::invalid_argument) << setting;
}

TEST(ChooseWear, LeavesAPageOfNoWearAsItIs) {
    Dice dice(3);
    const Wear wear = choose_wear(0, dice);
    for (const Harm& harm : all_harms())
        EXPECT_EQ(knob_of(harm, wear), knob_of(harm, {})) << harm.name;
}

TEST(ChooseWear, StaysWithinTheKnobsRanges) {
    Dice dice(4);
    for (int i = 0; i < 400; ++i) {
        const Wear wear = choose_wear(dice.between(0, 2), dice);
        for (const Harm& harm : all_harms()) {
            const double figure = knob_of(harm, wear);
            const bool rests = harm.may_rest && figure == 0;
            EXPECT_TRUE(rests || (figure >= harm.least && figure <= harm.most)) << harm.name << ' ' << figure;
        }
    }
}

TEST(WearFigure, KnowsItsNames) {
    EXPECT_EQ(wear_figure("clean"), 0);
    EXPECT_EQ(wear_figure("scan"), 0.5);
    EXPECT_EQ(wear_figure("worn"), 1);
    EXPECT_EQ(wear_figure("ruined"), 1.5);
    EXPECT_EQ(wear_figure("0.8"), 0.8);
}

}  // namespace
}  // namespace banwen::newsprint
