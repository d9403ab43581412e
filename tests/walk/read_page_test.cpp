#include "read_page.h"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include "clean/drawn_page.h"
#include "half_size.h"
#include "support/temp_folder.h"

namespace banwen {
namespace {

// Reads one sure glyph on the first line and three unsure ones on each line after it.
class UnevenRecognizer : public Recognizer {
    std::vector<std::vector<Glyph>> read_lines(std::span<const LineImage> lines) override {
        std::vector<std::vector<Glyph>> read;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Glyph glyph{{0, 0, 10, 10}, {{"字", seen_ == 0 ? 1.0 : 0.5}}};
            read.emplace_back(seen_ == 0 ? 1 : 3, glyph);
            ++seen_;
        }
        return read;
    }
    int seen_ = 0;
};

class ReadPage : public testing::Test {
  protected:
    // Written without a resolution.
    PageText read(const GrayImage& page, decltype(read_page)* how = read_page) {
        const std::string file = folder_.path() / "page.png";
        const cv::Mat pixels(page.height, page.width, CV_8U, const_cast<std::uint8_t*>(page.pixels.data()));
        cv::imwrite(file, pixels);
        UnevenRecognizer recognizer;
        Options options;
        options.recognize.effort =
            Effort::fast;  // a line that is read again is another line to this recognizer
        return how({file, 0}, 7, recognizer, options);
    }
    test::TempFolder folder_;
};

TEST_F(ReadPage, EstimatesTheResolutionOfAScanThatDoesNotTell) {
    const PageInfo page = read(draw_page({.type_size = 40})).info;
    EXPECT_TRUE(page.dpi_estimated);
    EXPECT_NEAR(page.dpi, 299, 15);
}

TEST_F(ReadPage, GivesEachGlyphOfThePageTheSameWeight) {
    const PageInfo page = read(draw_page({.type_size = 40})).info;
    ASSERT_GT(page.lines, 2);
    const int glyphs = 1 + 3 * (page.lines - 1);
    EXPECT_NEAR(page.confidence, (1 + 0.5 * (glyphs - 1)) / glyphs, 1e-9);
}

TEST_F(ReadPage, FindsNothingOnABlankPage) {
    const PageText page = read(blank_image(600, 800));
    EXPECT_EQ(page.info.status, PageStatus::blank);
    EXPECT_EQ(page.info.number, 7);
    EXPECT_EQ(page.info.confidence, 0);
    EXPECT_TRUE(page.articles.empty());
}

TEST_F(ReadPage, TellsOfTheWholeScanWhereItReadItAtHalfItsSize) {
    // Type large enough not to be enlarged where it is read at half its size.
    const GrayImage drawn = draw_page({.width = 1800, .height = 2400, .type_size = 60});
    const PageText whole = read(drawn);
    const PageText half = read(drawn, read_page_gently);
    EXPECT_EQ(half.info.scan_width, drawn.width);
    EXPECT_EQ(half.info.scan_height, drawn.height);
    EXPECT_NEAR(half.info.width * 2, whole.info.width, 4);
    EXPECT_NEAR(half.info.dpi, whole.info.dpi, 15);
    const auto first_line = [](const PageText& page) {
        return page.info.to_scan.apply(page.articles.at(0).blocks.at(0).lines.at(0).box);
    };
    EXPECT_GT(overlap_ratio(first_line(half), first_line(whole)), 0.8);
}

TEST_F(ReadPage, LeavesAScanOfOnePixelAsItIs) {
    EXPECT_EQ(read(blank_image(1, 1), read_page_gently).info.scan_width, 1);
}

TEST(HalfSize, GivesTheMeanOfFourPixels) {
    Scan scan{.gray = {3, 2, {10, 20, 99, 30, 41, 99}}, .dpi = 300};
    const Scan half = half_size(scan);
    EXPECT_EQ(half.gray.width, 1);
    EXPECT_EQ(half.gray.height, 1);
    EXPECT_EQ(half.gray.at(0, 0), 25);
    EXPECT_EQ(half.dpi, 150);
}

TEST(WalkTo, EndsBehindTheRoomThatIsNamed) {
    const Scan scan{.gray = draw_page({.type_size = 40}), .dpi = 300};
    UnevenRecognizer recognizer;
    int asked = 0;
    const auto recognize = [&]() -> Recognizer& {
        ++asked;
        return recognizer;
    };
    const PageWalk clean = walk_to(PageRoom::clean, scan, 1, recognize, {});
    EXPECT_FALSE(clean.page.gray.empty());
    EXPECT_TRUE(clean.layout.regions.empty());
    const PageWalk layout = walk_to(PageRoom::layout, scan, 1, recognize, {});
    EXPECT_FALSE(layout.layout.regions.empty());
    EXPECT_TRUE(layout.lines.empty());
    EXPECT_EQ(asked, 0);
    const PageWalk recognized = walk_to(PageRoom::recognize, scan, 1, recognize, {});
    EXPECT_FALSE(recognized.lines.empty());
    EXPECT_TRUE(recognized.ordered.articles.empty());
    EXPECT_EQ(asked, 1);
    EXPECT_FALSE(walk_to(PageRoom::order, scan, 1, recognize, {}).ordered.articles.empty());
}

}  // namespace
}  // namespace banwen
