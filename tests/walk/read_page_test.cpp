#include "read_page.h"

#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include "clean/drawn_page.h"
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
    PageText read(const GrayImage& page) {
        const std::string file = folder_.path() / "page.png";
        const cv::Mat pixels(page.height, page.width, CV_8U, const_cast<std::uint8_t*>(page.pixels.data()));
        cv::imwrite(file, pixels);
        UnevenRecognizer recognizer;
        return read_page({file, 0}, 7, recognizer, {});
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
