#include "layout/find_layout.h"

#include <algorithm>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "support/drawn_page.h"

namespace banwen {
namespace {

using test::DrawnPage;

constexpr int kEm = 30;
constexpr int kPitch = 42;

std::vector<Region> regions_of(const Layout& layout, RegionKind kind) {
    std::vector<Region> found;
    std::copy_if(layout.regions.begin(), layout.regions.end(), std::back_inserter(found),
                 [kind](const Region& r) { return r.kind == kind; });
    std::sort(found.begin(), found.end(),
              [](const Region& a, const Region& b) { return a.box.left < b.box.left; });
    return found;
}

TEST(FindLayout, FindsNothingOnABlankPage) {
    const Layout layout = find_layout(DrawnPage(2000, 1500, kEm).page(), {});
    EXPECT_TRUE(layout.regions.empty());
    EXPECT_TRUE(layout.pictures.empty());
    EXPECT_EQ(layout.width, 2000);
}

TEST(FindLayout, GivesAnEmptyLayoutForAnEmptyPage) {
    EXPECT_TRUE(find_layout({}, {}).regions.empty());
    EXPECT_TRUE(find_layout(DrawnPage(1, 1, kEm).page(), {}).regions.empty());
}

TEST(FindLayout, KeepsColumnsApartThatAreOneCharacterApart) {
    DrawnPage drawn(2000, 1500, kEm);
    for (int i = 0; i < 3; ++i)
        drawn.column(100 + i * 17 * kEm, 200, 16, 20, kPitch);
    const std::vector<Region> columns = regions_of(find_layout(drawn.page(), {}), RegionKind::body);
    ASSERT_EQ(columns.size(), 3U);
    for (int i = 0; i < 3; ++i) {
        const Region& column = columns[static_cast<std::size_t>(i)];
        EXPECT_EQ(column.lines.size(), 20U);
        EXPECT_NEAR(column.box.left, 100 + i * 17 * kEm, 4);
        EXPECT_NEAR(column.box.right(), 100 + i * 17 * kEm + 16 * kEm, 4);
    }
}

TEST(FindLayout, DoesNotCutALineAtAGapInsideIt) {
    DrawnPage drawn(1400, 1500, kEm);
    for (int row = 0; row < 12; ++row) {
        const int gap_at = 3 + row % 7;  // moves from line to line, as punctuation does
        drawn.line(100, 200 + row * kPitch, gap_at, kEm);
        drawn.line(100 + (gap_at + 1) * kEm, 200 + row * kPitch, 16 - gap_at, kEm);
    }
    const std::vector<Region> columns = regions_of(find_layout(drawn.page(), {}), RegionKind::body);
    ASSERT_EQ(columns.size(), 1U);
    EXPECT_EQ(columns[0].lines.size(), 12U);
}

TEST(FindLayout, EndsLinesAtAPrintedRuleInANarrowGutter) {
    DrawnPage drawn(1400, 1500, kEm);
    drawn.column(100, 200, 14, 18, kPitch);
    drawn.column(100 + 14 * kEm + 24, 200, 14, 18, kPitch);
    drawn.fill({100 + 14 * kEm + 10, 200, 3, 18 * kPitch}, 0);
    const Layout layout = find_layout(drawn.page(), {});
    ASSERT_EQ(layout.rules.size(), 1U);
    EXPECT_FALSE(layout.rules[0].horizontal());
    EXPECT_EQ(regions_of(layout, RegionKind::body).size(), 2U);
}

TEST(FindLayout, TellsAHeadlineOverTwoColumnsFromTheirText) {
    DrawnPage drawn(1400, 1600, kEm);
    drawn.line(250, 100, 10, 3 * kEm);
    drawn.column(100, 100 + 4 * kEm + 20, 17, 15, kPitch);
    drawn.column(100 + 18 * kEm, 100 + 4 * kEm + 20, 17, 15, kPitch);
    const Layout layout = find_layout(drawn.page(), {});
    const std::vector<Region> headlines = regions_of(layout, RegionKind::headline);
    ASSERT_EQ(headlines.size(), 1U);
    EXPECT_NEAR(headlines[0].box.width, 30 * kEm, 10);
    EXPECT_NEAR(headlines[0].lines[0].type_size, 2.8 * kEm, 0.3 * kEm);
    EXPECT_EQ(regions_of(layout, RegionKind::body).size(), 2U);
}

TEST(FindLayout, SeesThatAHeadlineIsSetDown) {
    DrawnPage drawn(1400, 1600, kEm);
    drawn.column(100, 200, 20, 25, kPitch);
    drawn.line_down(100 + 22 * kEm, 200, 8, 2 * kEm);
    const std::vector<Region> headlines = regions_of(find_layout(drawn.page(), {}), RegionKind::headline);
    ASSERT_EQ(headlines.size(), 1U);
    EXPECT_EQ(headlines[0].mode, WritingMode::vertical);
    EXPECT_NEAR(headlines[0].box.height, 16 * kEm, 8);
}

TEST(FindLayout, TakesAPhotographForAPictureAndTheTypeUnderItForItsCaption) {
    DrawnPage drawn(1400, 1600, kEm);
    drawn.photograph({100, 100, 20 * kEm, 14 * kEm});
    drawn.line(100 + kEm, 100 + 14 * kEm + 20, 18, kEm);
    drawn.column(100, 100 + 18 * kEm, 20, 12, kPitch);
    const Layout layout = find_layout(drawn.page(), {});
    ASSERT_EQ(layout.pictures.size(), 1U);
    EXPECT_GT(overlap_ratio(layout.pictures[0].box, {100, 100, 20 * kEm, 14 * kEm}), 0.9);
    EXPECT_EQ(regions_of(layout, RegionKind::caption).size(), 1U);
    EXPECT_EQ(regions_of(layout, RegionKind::body).size(), 1U);
}

TEST(FindLayout, DoesNotTakeRulesThatPassNearEachOtherForAFrame) {
    DrawnPage drawn(2400, 1500, kEm);
    drawn.fill({100, 100, 2000, 4}, 0);
    drawn.fill({600, 100 + kEm, 4, 30 * kEm}, 0);
    drawn.fill({1200, 100 + kEm, 4, 30 * kEm}, 0);
    drawn.fill({100, 100 + 32 * kEm, 2000, 4}, 0);
    drawn.column(640, 200, 16, 18, kPitch);
    const Layout layout = find_layout(drawn.page(), {});
    EXPECT_EQ(layout.rules.size(), 4U);
    EXPECT_TRUE(layout.frames.empty());
}

TEST(FindLayout, FindsADottedRuleAndNoneInRemainsOfASolidOne) {
    DrawnPage drawn(1400, 1500, kEm);
    drawn.column(100, 400, 30, 14, kPitch);
    for (int i = 0; i < 60; ++i) {
        drawn.fill({200 + 12 * i, 200, 4, 4}, 0);
        drawn.fill({200 + 12 * i + 7 * i % 9, 300, 1 + i % 4, 3}, 0);  // anywhere, of any length
    }
    const Layout layout = find_layout(drawn.page(), {});
    ASSERT_EQ(layout.rules.size(), 1U);
    EXPECT_EQ(layout.rules[0].style, RuleStyle::dotted);
    EXPECT_NEAR(layout.rules[0].box.top, 200, 2);
}

TEST(FindLayout, PutsTheLineOfABandRoundItsWords) {
    DrawnPage drawn(1400, 1500, kEm);
    drawn.column(100, 400, 30, 14, kPitch);
    drawn.fill({100, 200, 900, 90}, 0);
    for (int i = 0; i < 4; ++i)
        drawn.fill({440 + 60 * i, 220, 40, 48}, 255);
    const std::vector<Region> labels = regions_of(find_layout(drawn.page(), {}), RegionKind::headline);
    ASSERT_EQ(labels.size(), 1U);
    const LineBox& line = labels[0].lines.front();
    EXPECT_TRUE(line.reversed);
    EXPECT_NEAR(line.box.left, 440, 3);
    EXPECT_NEAR(line.box.right(), 660, 3);
}

// White figures, each of two strokes, on whatever is there.
void light_line(DrawnPage& drawn, int left, int top, int count, int size) {
    for (int i = 0; i < count; ++i) {
        drawn.fill({left + i * size, top, size / 3, size * 9 / 10}, 255);
        drawn.fill({left + i * size + size / 2, top, size / 3, size * 9 / 10}, 255);
    }
}

TEST(FindLayout, ReadsTheLinesOfABandThatHasSeveral) {
    DrawnPage drawn(1800, 2400, kEm);
    drawn.fill({100, 100, 1500, 360}, 0);
    light_line(drawn, 300, 140, 8, 2 * kEm);
    light_line(drawn, 300, 240, 8, 4 * kEm);
    drawn.fill({1100, 460, 60, 5}, 0);  // a fringe of ink
    drawn.column(100, 520, 24, 14, kPitch);
    drawn.column(100 + 26 * kEm, 520, 24, 14, kPitch);
    const Layout layout = find_layout(drawn.page(), {});
    EXPECT_TRUE(layout.pictures.empty());
    const std::vector<Region> headlines = regions_of(layout, RegionKind::headline);
    ASSERT_EQ(headlines.size(), 2U);
    for (const Region& headline : headlines) {
        EXPECT_TRUE(headline.lines[0].reversed);
        EXPECT_NEAR(headline.box.left, 300, 3);
    }
    EXPECT_EQ(regions_of(layout, RegionKind::body).size(), 2U);
}

TEST(FindLayout, LeavesACharacterWithClosedStrokesACharacter) {
    DrawnPage drawn(1400, 1500, kEm);
    drawn.line(100, 100, 5, 3 * kEm);
    drawn.fill({100 + 16 * kEm, 105, 45, 80}, 0);  // 目
    for (int i = 0; i < 3; ++i)
        drawn.fill({109 + 16 * kEm, 114 + 24 * i, 27, 13}, 255);
    drawn.column(100, 400, 30, 14, kPitch);
    const Layout layout = find_layout(drawn.page(), {});
    for (const Region& region : regions_of(layout, RegionKind::headline))
        EXPECT_FALSE(region.lines[0].reversed);
}

TEST(FindLayout, DoesNotTakeACreaseThroughTypeForARule) {
    DrawnPage drawn(1400, 1500, kEm);
    drawn.column(100, 200, 24, 20, kPitch);
    drawn.fill({100 + 11 * kEm + 7, 180, 3, 20 * kPitch}, 0);
    const Layout layout = find_layout(drawn.page(), {});
    EXPECT_TRUE(layout.rules.empty());
    const std::vector<Region> columns = regions_of(layout, RegionKind::body);
    ASSERT_EQ(columns.size(), 1U);
    EXPECT_EQ(columns[0].lines.size(), 20U);
}

TEST(FindLayout, KeepsACaptionApartFromTheColumnBesideIt) {
    DrawnPage drawn(1400, 1600, kEm);
    drawn.photograph({100, 100, 14 * kEm, 12 * kEm});
    drawn.line(100 + kEm, 100 + 13 * kEm, 13, kEm);
    for (int row = 0; row < 9; ++row)
        drawn.line(100 + 15 * kEm, 100 + row * kPitch, 20, kEm);
    drawn.line(100 + 15 * kEm, 100 + 13 * kEm, 20, kEm);
    const Layout layout = find_layout(drawn.page(), {});
    EXPECT_EQ(regions_of(layout, RegionKind::caption).size(), 1U);
}

TEST(FindLayout, FindsAFrameAndWhatStandsInIt) {
    DrawnPage drawn(1800, 1600, kEm);
    drawn.frame({100, 100, 22 * kEm, 30 * kEm}, 4);
    drawn.column(100 + kEm, 100 + 2 * kEm, 20, 15, kPitch);
    drawn.column(100 + 25 * kEm, 100, 20, 22, kPitch);
    const Layout layout = find_layout(drawn.page(), {});
    ASSERT_EQ(layout.frames.size(), 1U);
    const std::vector<Region> columns = regions_of(layout, RegionKind::body);
    ASSERT_EQ(columns.size(), 2U);
    EXPECT_EQ(columns[0].frame, 0);
    EXPECT_EQ(columns[1].frame, -1);
}

TEST(FindLayout, PartsHeadlinesThatStandSideBySideOverColumnsOfTheirOwn) {
    DrawnPage drawn(1900, 1600, kEm);
    drawn.line(130, 100, 7, 2 * kEm);
    drawn.line(130 + 17 * kEm, 100, 7, 2 * kEm);
    for (const int left : {100, 100 + 17 * kEm}) {
        drawn.column(left, 230, 16, 14, kPitch);
        drawn.line(left, 230 + 14 * kPitch, 6, kEm);  // a short last line
    }
    EXPECT_EQ(regions_of(find_layout(drawn.page(), {}), RegionKind::headline).size(), 2U);
}

TEST(FindLayout, KeepsAHeadlineWithAGapWholeWhereItsColumnsGoOn) {
    DrawnPage drawn(1900, 1600, kEm);
    drawn.line(100 + 5 * kEm, 100, 5, 2 * kEm);
    drawn.line(100 + 17 * kEm, 100, 5, 2 * kEm);
    drawn.column(100, 230, 16, 14, kPitch);
    for (int row = 0; row < 14; ++row)
        drawn.line(100 + 17 * kEm, 230 + row * kPitch, 16, kEm);
    EXPECT_EQ(regions_of(find_layout(drawn.page(), {}), RegionKind::headline).size(), 1U);
}

TEST(FindLayout, LeavesOutTheScannersBorder) {
    DrawnPage drawn(1400, 1600, kEm);
    drawn.fill({0, 0, 60, 1600}, 0);
    drawn.column(100, 200, 16, 12, kPitch);
    const std::vector<Region> columns = regions_of(find_layout(drawn.page(), {}), RegionKind::body);
    ASSERT_EQ(columns.size(), 1U);
    EXPECT_NEAR(columns[0].box.left, 100, 4);
}

TEST(FindLayout, CutsLinesApartThatTouch) {
    DrawnPage drawn(1400, 1600, kEm);
    drawn.column(100, 200, 16, 12, kPitch);
    drawn.fill({100 + 5 * kEm, 200 + 4 * kPitch, 3, kPitch + 10},
               0);  // ink that joins the fifth and sixth line
    const std::vector<Region> columns = regions_of(find_layout(drawn.page(), {}), RegionKind::body);
    ASSERT_EQ(columns.size(), 1U);
    EXPECT_EQ(columns[0].lines.size(), 12U);
}

TEST(FindLayout, TakesNoParagraphThatOpensInBoldTypeForACrossHead) {
    DrawnPage drawn(1400, 1500, kEm);
    drawn.column(100, 200, 16, 20, kPitch);
    const auto embolden = [&](int left, int top, int count) {
        drawn.line(left + 2, top, count, kEm);
        drawn.line(left, top + 2, count, kEm);
    };
    drawn.fill({100, 200 + 10 * kPitch, 16 * kEm, kEm}, 255);
    drawn.line(100 + 2 * kEm, 200 + 10 * kPitch, 14, kEm);
    embolden(100 + 2 * kEm, 200 + 10 * kPitch, 14);
    EXPECT_TRUE(regions_of(find_layout(drawn.page(), {}), RegionKind::crosshead).empty());
    drawn.fill({100 + 8 * kEm, 200 + 10 * kPitch, 9 * kEm, kEm + 3}, 255);
    EXPECT_EQ(regions_of(find_layout(drawn.page(), {}), RegionKind::crosshead).size(), 1U);
}

TEST(FindLayout, LeavesOutDirtInTheMargin) {
    DrawnPage drawn(1400, 1500, kEm);
    drawn.column(200, 200, 16, 20, kPitch);
    drawn.column(200 + 17 * kEm, 200, 16, 20, kPitch);
    for (int i = 0; i < 5; ++i)
        drawn.line(60, 300 + i * 190, 2, kEm);
    EXPECT_EQ(find_layout(drawn.page(), {}).regions.size(), 2U);
}

TEST(FindLayout, LeavesOutPunchHolesAndKeepsTheTypeBesideThem) {
    DrawnPage drawn(1400, 1500, kEm);
    drawn.column(100, 200, 20, 20, kPitch);
    for (const int top : {400, 900})
        for (int y = -27; y <= 27; ++y) {
            const int half = static_cast<int>(std::sqrt(27.0 * 27 - y * y));
            drawn.fill({60 - half, top + y, 2 * half + 1, 1}, 0);
        }
    const Layout layout = find_layout(drawn.page(), {});
    ASSERT_EQ(layout.regions.size(), 1U);
    EXPECT_EQ(layout.regions[0].lines.size(), 20U);
    EXPECT_NEAR(layout.regions[0].box.left, 100, 4);
}

TEST(FindLayout, SurvivesNoise) {
    CleanPage page = DrawnPage(900, 900, kEm).page();
    std::mt19937 random(7);
    for (auto& pixel : page.ink.pixels)
        pixel = random() % 3 == 0 ? 255 : 0;
    for (auto& pixel : page.gray.pixels)
        pixel = static_cast<std::uint8_t>(random() % 256);
    const Layout layout = find_layout(page, {});
    for (const Region& region : layout.regions)
        EXPECT_FALSE(region.lines.empty());
}

TEST(FindLayout, FindsADeckOfBodyTypeBesideAHeadlineSetDown) {
    DrawnPage drawn(1600, 1500, kEm);
    drawn.line_down(100 + 2 * kEm, 200, 6, 3 * kEm);
    drawn.line_down(100, 260, 11, kEm);
    drawn.column(100 + 7 * kEm, 200, 16, 20, kPitch);
    const std::vector<Region> headlines = regions_of(find_layout(drawn.page(), {}), RegionKind::headline);
    ASSERT_EQ(headlines.size(), 2U);
    for (const Region& headline : headlines) {
        EXPECT_EQ(headline.mode, WritingMode::vertical);
        EXPECT_EQ(headline.lines.size(), 1U);
    }
    EXPECT_NEAR(headlines[0].box.height, 11 * kEm, kEm);
}

TEST(FindLayout, TakesNoColumnBesideAHeadlineSetDownForItsDeck) {
    DrawnPage drawn(1600, 1500, kEm);
    drawn.column(100, 200, 14, 20, kPitch);
    drawn.line_down(100 + 15 * kEm, 200, 6, 3 * kEm);
    drawn.column(100 + 20 * kEm, 200, 14, 20, kPitch);
    EXPECT_EQ(regions_of(find_layout(drawn.page(), {}), RegionKind::headline).size(), 1U);
}

TEST(FindLayout, JoinsAHeadlineOverACommaAndTheCharacterOne) {
    DrawnPage drawn(1600, 1500, kEm);
    const int size = 3 * kEm;
    drawn.line(200, 100, 3, size);
    drawn.fill({200 + 3 * size, 100 + size / 2, size - 6, 14}, 0);            // 一
    drawn.fill({200 + 4 * size, 100 + 3 * size / 4, size / 3, size / 3}, 0);  // ，
    drawn.line(200 + 5 * size, 100, 3, size);
    drawn.column(200, 300, 24, 20, kPitch);
    const std::vector<Region> headlines = regions_of(find_layout(drawn.page(), {}), RegionKind::headline);
    ASSERT_EQ(headlines.size(), 1U);
    EXPECT_NEAR(headlines[0].box.width, 8 * size, size / 4);
}

TEST(FindLayout, FindsTheLinesOfTextThatIsSetDown) {
    DrawnPage drawn(2400, 2000, kEm);
    drawn.column(100, 200, 16, 30, kPitch);
    for (int line = 0; line < 13; ++line)
        drawn.line_down(1800 - line * kPitch, 200, line == 12 ? 5 : 14, kEm);
    drawn.column(2000 - 100, 200, 14, 30, kPitch);
    const std::vector<Region> columns = regions_of(find_layout(drawn.page(), {}), RegionKind::body);
    ASSERT_EQ(columns.size(), 3U);
    EXPECT_EQ(columns[0].mode, WritingMode::horizontal);
    EXPECT_EQ(columns[0].lines.size(), 30U);
    EXPECT_EQ(columns[2].lines.size(), 30U);
    const Region& upright = columns[1];
    EXPECT_EQ(upright.mode, WritingMode::vertical);
    ASSERT_EQ(upright.lines.size(), 13U);
    EXPECT_GT(upright.lines.front().box.left, upright.lines.back().box.left);
    EXPECT_NEAR(upright.lines.front().box.height, 14 * kEm, kEm / 2);
}

}  // namespace
}  // namespace banwen
