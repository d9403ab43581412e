#include "score/layout_figures.h"

#include <algorithm>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace banwen {
namespace {

using testing::Contains;
using testing::Key;
using testing::Not;

constexpr int kEm = 20, kColumn = 200, kGutter = 40, kPitch = 30;

// A page of two articles side by side, each with a headline over two body lines, and a folio on top.
class LayoutFigures : public testing::Test {
  protected:
    LayoutFigures() {
        truth_ = {.number = 1, .width = 1000, .height = 800, .lines = {}, .pictures = {}};
        print("folio", 0, 0, "f", "folio");
        for (const auto& [article, left] : {std::pair{"a", 0}, std::pair{"b", kColumn + kGutter}}) {
            print("headline", left, 50, article, "article");
            print("body", left, 100, article, "article");
            print("body", left, 100 + kPitch, article, "article");
        }
        found_.layout.width = truth_.width;
        found_.layout.height = truth_.height;
        for (const TruthLine& line : truth_.lines)
            find(line.box);
        article(ArticleType::folio, {{BlockKind::body, {0}}});
        article(ArticleType::article, {{BlockKind::title, {1}}, {BlockKind::body, {2, 3}}});
        article(ArticleType::article, {{BlockKind::title, {4}}, {BlockKind::body, {5, 6}}});
    }

    void print(const std::string& kind, int left, int top, const std::string& id, const std::string& type) {
        truth_.lines.push_back({.text = "春耕正忙",
                                .kind = kind,
                                .style = "",
                                .article = id,
                                .article_type = type,
                                .region_kind = kind,
                                .box = {left, top, kColumn, kEm}});
    }
    void find(const Box& box) {
        Region region{.kind = RegionKind::body, .box = box, .lines = {{box, kEm}}};
        found_.layout.regions.push_back(region);
    }
    void article(ArticleType type, const std::vector<std::pair<BlockKind, std::vector<int>>>& blocks) {
        found_.articles.push_back({.type = type});
        for (const auto& [kind, lines] : blocks) {
            found_.articles.back().blocks.push_back({kind, {}, ""});
            for (const int line : lines)
                found_.articles.back().blocks.back().lines.push_back({.id = {1, line}});
        }
    }
    std::vector<TextLine>& lines(std::size_t article, std::size_t block) {
        return found_.articles[article].blocks[block].lines;
    }
    Score score() const { return figures_of(layout_figures(truth_, found_, {})); }

    TruthPage truth_;
    FoundPage found_;
};

TEST_F(LayoutFigures, FindNothingWrongWithTheTruthItself) {
    const Score score = this->score();
    for (const char* best_at_one :
         {"line_f1", "line_article", "article_exact", "headline_exact", "heading_p", "folio_r"})
        EXPECT_EQ(score.at(best_at_one), 1) << best_at_one;
    EXPECT_EQ(score.at("body_order"), 0);
    EXPECT_EQ(score.at("skew_left"), 0);
    EXPECT_THAT(score, Not(Contains(Key("caption_r"))));
    EXPECT_THAT(score, Not(Contains(Key("frame_r"))));
}

TEST_F(LayoutFigures, ChargeALineThatStandsInTheOtherArticle) {
    lines(1, 1).push_back(lines(2, 1).back());
    lines(2, 1).pop_back();
    const Score score = this->score();
    EXPECT_EQ(score.at("line_f1"), 1);
    EXPECT_DOUBLE_EQ(score.at("line_article"), 5.0 / 6);
    EXPECT_EQ(score.at("article_exact"), 0);
    EXPECT_EQ(score.at("headline_exact"), 1);
}

TEST_F(LayoutFigures, ChargeAMergedPairOnce) {
    std::vector<Block>& blocks = found_.articles[1].blocks;
    for (const Block& block : found_.articles[2].blocks)
        blocks.push_back(block);
    found_.articles.pop_back();
    const Score score = this->score();
    EXPECT_DOUBLE_EQ(score.at("line_article"), 0.5);
    EXPECT_EQ(score.at("article_exact"), 0);
    EXPECT_EQ(score.at("body_order"), 0);
    EXPECT_EQ(score.at("heading_p"), 1);
}

TEST_F(LayoutFigures, ChargeASplitArticle) {
    article(ArticleType::article, {{BlockKind::body, {6}}});
    lines(2, 1).pop_back();
    const Score score = this->score();
    EXPECT_DOUBLE_EQ(score.at("line_article"), 5.0 / 6);
    EXPECT_DOUBLE_EQ(score.at("article_exact"), 0.5);
    EXPECT_EQ(score.at("body_order"), 0);
}

TEST_F(LayoutFigures, ChargeSwappedLinesToTheOrder) {
    std::swap(lines(1, 1)[0], lines(1, 1)[1]);
    const Score score = this->score();
    EXPECT_EQ(score.at("line_article"), 1);
    EXPECT_DOUBLE_EQ(score.at("article_exact"), 0.5);
    EXPECT_DOUBLE_EQ(score.at("body_order"), 0.5);
}

TEST_F(LayoutFigures, ChargeSwappedArticlesToTheOrderOnly) {
    std::swap(found_.articles[1], found_.articles[2]);
    const Score score = this->score();
    EXPECT_EQ(score.at("article_exact"), 1);
    EXPECT_EQ(score.at("headline_exact"), 1);
    EXPECT_EQ(score.at("body_order"), 1);
}

TEST_F(LayoutFigures, CallALineOverTwoColumnsWrong) {
    found_.layout.regions[2].lines[0].box.width += kColumn + kGutter;
    found_.layout.regions[5].lines.clear();
    found_.articles[2].blocks[1].lines = {{.id = {1, 5}}};
    const Score score = this->score();
    EXPECT_DOUBLE_EQ(score.at("line_f1"), 2.0 * 5 / (7 + 6));
    EXPECT_EQ(score.at("article_exact"), 0);
}

TEST_F(LayoutFigures, ChargeALineThatIsNotPrinted) {
    find({500, 500, kColumn, kEm});
    lines(2, 1).push_back({.id = {1, 7}});
    const Score score = this->score();
    EXPECT_DOUBLE_EQ(score.at("line_f1"), 14.0 / 15);
    EXPECT_DOUBLE_EQ(score.at("line_p"), 7.0 / 8);
    EXPECT_EQ(score.at("line_r"), 1);
    EXPECT_DOUBLE_EQ(score.at("article_exact"), 0.5);
    EXPECT_EQ(score.at("line_article"), 1);
}

TEST_F(LayoutFigures, WantEachDeckAsWhatItIs) {
    truth_.lines[1].kind = "kicker";
    EXPECT_DOUBLE_EQ(score().at("headline_exact"), 0.5);
    EXPECT_EQ(score().at("heading_r"), 1);
}

TEST_F(LayoutFigures, TellABodyLineFromAHeading) {
    lines(1, 0).push_back(lines(1, 1).front());
    lines(1, 1).erase(lines(1, 1).begin());
    const Score score = this->score();
    EXPECT_DOUBLE_EQ(score.at("heading_p"), 2.0 / 3);
    EXPECT_EQ(score.at("heading_r"), 1);
    EXPECT_DOUBLE_EQ(score.at("headline_exact"), 0.5);
}

TEST_F(LayoutFigures, TakeTheCellsOfATableRowTogether) {
    truth_.lines[2].kind = "table";
    found_.layout.regions[2].lines[0].box.width = kColumn / 3;
    find({2 * kColumn / 3, 100, kColumn / 3, kEm});
    lines(1, 1).insert(lines(1, 1).begin() + 1, {.id = {1, 7}});
    const Score score = this->score();
    EXPECT_EQ(score.at("line_f1"), 1);
    EXPECT_EQ(score.at("article_exact"), 1);
    EXPECT_EQ(score.at("body_order"), 0);
    EXPECT_EQ(score.at("line_article"), 1);
}

TEST_F(LayoutFigures, LeaveTheOrderOfCaptionsOpen) {
    truth_.lines[3].kind = truth_.lines[3].region_kind = "caption";
    found_.articles[1].blocks = {{BlockKind::caption, {{.id = {1, 3}}}, ""},
                                 {BlockKind::title, {{.id = {1, 1}}}, ""},
                                 {BlockKind::body, {{.id = {1, 2}}}, ""}};
    EXPECT_EQ(score().at("article_exact"), 1);
    EXPECT_EQ(score().at("caption_p"), 1);
    found_.articles[1].blocks[0].kind = BlockKind::body;
    EXPECT_DOUBLE_EQ(score().at("article_exact"), 0.5);
    EXPECT_EQ(score().at("caption_r"), 0);
}

TEST_F(LayoutFigures, ComparePicturesAndFramesByTheirArea) {
    truth_.pictures = {{0, 300, 200, 100}, {500, 300, 200, 100}};
    truth_.frames = {{0, 0, 100, 100}};
    found_.layout.pictures = {{{10, 300, 200, 100}, 1}, {{0, 500, 100, 100}, 1}, {{0, 300, 190, 100}, 1}};
    const Score score = this->score();
    EXPECT_DOUBLE_EQ(score.at("picture_p"), 1.0 / 3);
    EXPECT_DOUBLE_EQ(score.at("picture_r"), 1.0 / 2);
    EXPECT_EQ(score.at("frame_r"), 0);
    EXPECT_THAT(score, Not(Contains(Key("frame_p"))));
}

// A page that lies 2° askew on the scan: the truth has boxes around turned lines, the layout upright ones.
TEST_F(LayoutFigures, LevelLinesOfASkewedPage) {
    constexpr double kSkew = 2, kSin = 0.0348995, kCos = 0.9993908;
    const double x = truth_.width / 2.0, y = truth_.height / 2.0;
    const PageMap turn{{kCos, -kSin, x - kCos * x + kSin * y, kSin, kCos, y - kSin * x - kCos * y, 0, 0, 1}};
    truth_.skew_deg = kSkew;
    for (TruthLine& line : truth_.lines)
        line.box = turn.apply(line.box);
    EXPECT_NEAR(score().at("skew_left"), kSkew, 1e-4);
    found_.to_scan = {turn, {}};
    EXPECT_NEAR(score().at("skew_left"), 0, 1e-4);
    EXPECT_EQ(score().at("line_f1"), 1);
    EXPECT_EQ(score().at("article_exact"), 1);
}

// A body line that rises by 1° and one that sags by 3 px; the page was not turned.
TEST_F(LayoutFigures, MeasureSkewAndBendAlongTheLinesWhereTheTruthHasThem) {
    found_.layout.type_size = kEm;
    truth_.lines[2].baseline = {{0, 120}, {200, 116.509}};
    truth_.lines[3].baseline = {{0, 150}, {100, 153}, {200, 150}};
    truth_.lines[5].baseline = {{300, 120}, {400, 150}};  // too short to tell a direction by
    const Score score = this->score();
    EXPECT_NEAR(score.at("skew_left"), 1, 1e-3);
    EXPECT_NEAR(score.at("bend_left"), 3.491 * 30 / kEm, 1e-2);
}

TEST_F(LayoutFigures, CountNothingOnABlankPage) {
    truth_.lines.clear();
    found_ = {};
    EXPECT_THAT(score(), testing::UnorderedElementsAre(Key("skew_left")));
}

}  // namespace
}  // namespace banwen
