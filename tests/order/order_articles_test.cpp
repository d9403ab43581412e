#include "order/order_articles.h"

#include <map>
#include <random>

#include <gtest/gtest.h>

#include "order/type_by_words.h"

namespace banwen {
namespace {

constexpr int kEm = 30;
constexpr int kPitch = 42;

// A page that is put together region by region; the first line of a region reads as the region's name.
struct MadePage {
    Layout layout;
    std::vector<TextLine> lines;

    MadePage() {
        layout.width = 3000;
        layout.height = 4000;
        layout.type_size = kEm;
        layout.line_pitch = kPitch;
    }

    void add(RegionKind kind, const std::string& name, const Box& box, int rows, double size,
             WritingMode mode = WritingMode::horizontal, int frame = -1) {
        Region region{.kind = kind, .mode = mode, .box = box, .frame = frame};
        for (int row = 0; row < rows; ++row) {
            const Box line{box.left, box.top + row * box.height / rows, box.width,
                           rows == 1 ? box.height : static_cast<int>(size)};
            region.lines.push_back({line, size});
            lines.push_back({.id = {1, static_cast<int>(lines.size())},
                             .region = static_cast<int>(layout.regions.size()),
                             .kind = kind,
                             .mode = mode,
                             .box = line,
                             .measure = box,
                             .type_size = size,
                             .glyphs = {{line, {{row == 0 ? name : std::to_string(row), 0.9}}}}});
        }
        layout.regions.push_back(region);
    }

    void column(const std::string& name, int left, int top, int rows, int width = 16 * kEm, int frame = -1) {
        add(RegionKind::body, name, {left, top, width, rows * kPitch - kPitch + kEm}, rows, kEm,
            WritingMode::horizontal, frame);
    }

    void headline(const std::string& name, const Box& box, int frame = -1) {
        add(RegionKind::headline, name, box, 1, box.height, WritingMode::horizontal, frame);
    }

    void rule(const Box& box) { layout.rules.push_back({box}); }
};

// "kind:first line" of each block, articles apart.
std::vector<std::string> told(const OrderedPage& page) {
    static const std::map<BlockKind, std::string> names = {
        {BlockKind::kicker, "K:"}, {BlockKind::title, "T:"},     {BlockKind::subtitle, "S:"},
        {BlockKind::body, ""},     {BlockKind::crosshead, "X:"}, {BlockKind::caption, "C:"}};
    std::vector<std::string> out;
    for (const Article& article : page.articles) {
        std::string text;
        for (const Block& block : article.blocks)
            text += names.at(block.kind) + plain_text(block.lines.front()) + " ";
        text.pop_back();
        out.push_back(text);
    }
    return out;
}

std::vector<std::string> ordered(const MadePage& page) {
    return told(order_articles(page.layout, page.lines, {}));
}

using Told = std::vector<std::string>;

TEST(OrderArticles, GivesNothingForNoLines) {
    EXPECT_TRUE(order_articles({}, {}, {}).articles.empty());
}

TEST(OrderArticles, ReadsTheColumnsUnderAHeadlineFromLeftToRight) {
    MadePage page;
    page.column("c", 1200, 400, 20);
    page.column("a", 100, 400, 20);
    page.headline("title", {300, 200, 1000, 90});
    page.column("b", 650, 400, 20);
    EXPECT_EQ(ordered(page), (Told{"T:title a b c"}));
}

TEST(OrderArticles, TellsKickerTitleAndSubtitleBySizeAndPlace) {
    MadePage page;
    page.headline("kicker", {400, 150, 700, 50});
    page.headline("title", {300, 230, 900, 100});
    page.headline("subtitle", {400, 360, 700, 50});
    page.column("a", 100, 450, 20);
    page.column("b", 650, 450, 20);
    EXPECT_EQ(ordered(page), (Told{"K:kicker T:title S:subtitle a b"}));
}

TEST(OrderArticles, PartsArticlesAboveEachOther) {
    MadePage page;
    page.headline("first", {300, 100, 800, 90});
    page.column("a", 100, 250, 10);
    page.column("b", 650, 250, 10);
    page.headline("second", {300, 800, 800, 90});
    page.column("c", 100, 950, 10);
    page.column("d", 650, 950, 10);
    EXPECT_EQ(ordered(page), (Told{"T:first a b", "T:second c d"}));
}

TEST(OrderArticles, LetsTheLastColumnsRiseBesideTheHeadline) {
    MadePage page;
    page.rule({100, 90, 2100, 4});
    page.headline("title", {150, 120, 950, 90});
    page.column("a", 100, 250, 10);
    page.column("b", 650, 250, 10);
    page.column("c", 1200, 120, 13);
    EXPECT_EQ(ordered(page), (Told{"T:title a b c"}));
}

// The last line of a region that reaches its measure's end runs on, as all lines of these columns do.
TEST(OrderArticles, GivesAColumnThatBeginsHigherToTheTextThatRunsOnInIt) {
    MadePage page;
    page.headline("other", {100, 100, 480, 60});
    page.column("x", 100, 200, 10);
    page.rule({90, 690, 1000, 4});
    page.rule({630, 700, 4, 500});
    page.column("a", 100, 700, 10);
    page.column("b", 650, 300, 20);
    EXPECT_EQ(ordered(page), (Told{"T:other x", "a b"}));
}

TEST(OrderArticles, LetsADashStandInTheWhiteUnderADeck) {
    MadePage page;
    page.headline("title", {100, 100, 480, 60});
    page.column("deck", 100, 200, 1);
    page.column("a", 100, 360, 20);
    EXPECT_EQ(ordered(page), (Told{"T:title deck", "a"}));
    page.rule({300, 290, 80, 3});
    EXPECT_EQ(ordered(page), (Told{"T:title deck a"}));
}

TEST(OrderArticles, GivesAVerticalHeadlineTheColumnsBesideIt) {
    MadePage page;
    page.rule({100, 90, 2100, 4});
    page.headline("other", {150, 120, 400, 90});
    page.column("x", 100, 250, 20);
    page.rule({630, 120, 4, 1000});
    page.column("a", 650, 120, 20);
    page.column("b", 1200, 120, 20);
    page.add(RegionKind::headline, "down", {1750, 120, 80, 700}, 1, 80, WritingMode::vertical);
    EXPECT_EQ(ordered(page), (Told{"T:other x", "T:down a b"}));
}

TEST(OrderArticles, KeepsAFramedArticleToItself) {
    MadePage page;
    page.layout.frames.push_back({{600, 600, 600, 700}});
    page.headline("outer", {300, 100, 1200, 90});
    page.column("a", 100, 250, 40);
    page.column("b", 650, 250, 8);
    page.column("c", 1200, 250, 40);
    page.headline("inner", {700, 620, 400, 60}, 0);
    page.column("in", 650, 720, 10, 16 * kEm, 0);
    const Told got = ordered(page);
    ASSERT_EQ(got.size(), 2U);
    EXPECT_NE(std::find(got.begin(), got.end(), "T:outer a b c"), got.end());
    EXPECT_NE(std::find(got.begin(), got.end(), "T:inner in"), got.end());
}

TEST(OrderArticles, GoesOnBelowAPictureInTheSameColumn) {
    MadePage page;
    page.headline("title", {300, 100, 800, 90});
    page.column("a", 100, 250, 30);
    page.column("b", 650, 250, 8);
    page.layout.pictures.push_back({{650, 600, 480, 400}, 0.9});
    page.add(RegionKind::caption, "caption", {660, 1010, 400, 30}, 1, kEm);
    page.column("c", 650, 1070, 10);
    page.column("d", 1200, 250, 30);
    EXPECT_EQ(ordered(page), (Told{"T:title a b c d C:caption"}));
}

TEST(OrderArticles, BeginsAnArticleAtAContinuationMark) {
    MadePage page;
    page.headline("title", {100, 100, 480, 60});
    page.column("a", 100, 200, 10);
    page.column("（上接第一版）", 100, 640, 10);
    EXPECT_EQ(ordered(page), (Told{"T:title a", "（上接第一版）"}));
}

TEST(OrderArticles, PartsTextAtARuleAcross) {
    MadePage page;
    page.headline("title", {100, 100, 480, 60});
    page.column("a", 100, 200, 10);
    page.rule({100, 640, 480, 3});
    page.column("brief", 100, 670, 10);
    EXPECT_EQ(ordered(page), (Told{"T:title a", "brief"}));
}

TEST(OrderArticles, KeepsMastheadAndFolioApart) {
    MadePage page;
    page.add(RegionKind::masthead, "name", {100, 50, 900, 200}, 1, 200);
    page.headline("title", {300, 400, 800, 90});
    page.column("a", 100, 550, 10);
    const OrderedPage result = order_articles(page.layout, page.lines, {});
    ASSERT_EQ(result.articles.size(), 2U);
    EXPECT_EQ(result.articles[0].type, ArticleType::masthead);
    EXPECT_EQ(result.articles[1].type, ArticleType::article);
}

TEST(OrderArticles, ReadsARowOfTheMastheadFromLeftToRight) {
    MadePage page;
    page.add(RegionKind::masthead, "number", {1500, 301, 300, 30}, 1, 30);
    page.add(RegionKind::masthead, "date", {100, 303, 300, 30}, 1, 30);
    page.add(RegionKind::masthead, "name", {600, 50, 700, 200}, 1, 200);
    EXPECT_EQ(ordered(page), (Told{"name date number"}));
}

TEST(OrderArticles, ReadsPastAPictureThatStandsOverSomeColumns) {
    MadePage page;
    page.headline("title", {300, 100, 1200, 90});
    page.layout.pictures.push_back({{100, 220, 1030, 500}, 0.9});
    page.column("a", 100, 760, 10);
    page.column("b", 650, 760, 10);
    page.column("c", 1200, 220, 22);
    EXPECT_EQ(ordered(page), (Told{"T:title a b c"}));
}

TEST(OrderArticles, LetsAHeadlineSetDownStandInTheMiddleOfItsColumns) {
    MadePage page;
    page.rule({100, 90, 1600, 4});
    page.add(RegionKind::headline, "down", {100, 260, 80, 500}, 1, 80, WritingMode::vertical);
    page.column("a", 240, 120, 18);
    page.column("b", 790, 120, 18);
    EXPECT_EQ(ordered(page), (Told{"T:down a b"}));
}

TEST(OrderArticles, TellsOfLinesOnWhichNothingWasRead) {
    MadePage page;
    page.column("a", 100, 200, 3);
    page.lines[1].glyphs.clear();
    const OrderedPage result = order_articles(page.layout, page.lines, {});
    ASSERT_EQ(result.ledger.size(), 1U);
    EXPECT_EQ(result.ledger[0].line, (LineId{1, 1}));
    EXPECT_FALSE(result.ledger[0].kept);
}

// Whatever the layout room says, no line is lost and none stands twice.
TEST(OrderArticles, PutsEveryLineInExactlyOnePlace) {
    std::mt19937 random(11);
    const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 200; ++round) {
        MadePage page;
        for (int i = 0; i < 3; ++i)
            page.layout.frames.push_back({{upto(2000), upto(3000), 300 + upto(900), 300 + upto(900)}});
        for (int i = 0; i < 4; ++i)
            page.rule({upto(2500), upto(3500), upto(2) ? 600 : 4, upto(2) ? 4 : 600});
        for (int i = 0; i < 25; ++i) {
            const auto kind = static_cast<RegionKind>(upto(9));
            const Box box{upto(2500), upto(3500), 40 + upto(600), 40 + upto(600)};
            page.add(kind, "r" + std::to_string(i), box, 1 + upto(6), 20 + upto(80),
                     upto(6) ? WritingMode::horizontal : WritingMode::vertical, upto(4) - 1);
        }
        for (TextLine& line : page.lines)
            if (upto(20) == 0) line.glyphs.clear();
        const OrderedPage result = order_articles(page.layout, page.lines, {});
        std::map<LineId, int> places;
        for (const Article& article : result.articles)
            for (const Block& block : article.blocks)
                for (const TextLine& line : block.lines)
                    ++places[line.id];
        for (const LedgerEntry& entry : result.ledger)
            ++places[entry.line];
        for (const TextLine& line : page.lines)
            ASSERT_EQ(places[line.id], 1) << "round " << round;
    }
}

// Makes the line as short as `cells` characters, `indent` characters inside its column.
void set_line(TextLine& line, int indent, int cells) {
    line.box = {line.measure.left + indent * kEm, line.box.top, cells * kEm, line.box.height};
}

TEST(OrderArticles, GivesAHeadlineTheColumnsOfTheWidthThatItIsSetIn) {
    MadePage page;
    page.column("z", 100, 200, 40);
    page.headline("wide", {1150, 400, 500, 90});
    page.column("a", 650, 560, 20);
    page.column("b", 1200, 560, 2);
    page.add(RegionKind::crosshead, "cross", {1300, 660, 200, kEm}, 1, kEm);
    page.column("c", 1200, 710, 16);
    page.column("d", 1750, 560, 20);
    EXPECT_EQ(ordered(page), (Told{"z", "T:wide a b X:cross c d"}));
}

TEST(OrderArticles, TakesWhatStandsBeforeTheFirstIndentForADeck) {
    MadePage page;
    page.headline("title", {100, 200, 480, 60});
    page.column("deck", 100, 290, 12);
    set_line(page.lines[1], 3, 10);
    set_line(page.lines[2], 2, 14);
    EXPECT_EQ(ordered(page), (Told{"T:title S:deck 1"}));
}

TEST(OrderArticles, LeavesALineThatEndsASentenceInTheText) {
    MadePage page;
    page.headline("title", {100, 200, 480, 60});
    page.column("text。", 100, 290, 12);
    set_line(page.lines[2], 2, 14);
    EXPECT_EQ(ordered(page), (Told{"T:title text。"}));
}

TEST(OrderArticles, LeavesABylineInTheText) {
    MadePage page;
    page.headline("title", {100, 200, 480, 60});
    page.column("本报记者", 100, 290, 12);
    set_line(page.lines[1], 5, 6);
    set_line(page.lines[2], 2, 14);
    EXPECT_EQ(ordered(page), (Told{"T:title 本报记者"}));
}

TEST(OrderArticles, TakesARubricThatNamesNobodyForAKicker) {
    MadePage page;
    page.add(RegionKind::body, "记者调查", {400, 160, 130, 34}, 1, 34);
    page.headline("title", {200, 220, 530, 90});
    page.column("a", 100, 350, 20);
    EXPECT_EQ(ordered(page), (Told{"K:记者调查 T:title a"}));
}

TEST(OrderArticles, LeavesTheHeadOfAColumnThatStandsInARowToTheText) {
    MadePage page;
    page.headline("title", {500, 200, 780, 60});
    page.column("a", 100, 290, 20);
    page.add(RegionKind::body, "b", {650, 290, 16 * kEm, kPitch + 36}, 2, 36);
    page.add(RegionKind::crosshead, "cross", {750, 400, 200, kEm}, 1, kEm);
    page.column("c", 650, 450, 16);
    page.column("d", 1200, 290, 20);
    EXPECT_EQ(ordered(page), (Told{"T:title a b X:cross c d"}));
}

TEST(OrderArticles, DoesNotReadAcrossARowThatIsLevelByChance) {
    MadePage page;
    page.headline("first", {100, 100, 480, 60});
    page.column("a", 100, 200, 20);
    page.headline("second", {100, 1080, 480, 60});
    page.column("b", 100, 1180, 20);
    page.headline("third", {650, 100, 480, 60});
    page.column("c", 650, 200, 19);
    page.headline("fourth", {650, 1035, 480, 60});
    page.column("d", 650, 1140, 20);
    EXPECT_EQ(ordered(page), (Told{"T:first a", "T:second b", "T:third c", "T:fourth d"}));
}

TEST(OrderArticles, CutsACaptionFromTheColumnThatGoesOnUnderIt) {
    MadePage page;
    page.headline("title", {100, 100, 480, 60});
    page.column("a", 100, 200, 4);
    page.layout.pictures.push_back({{100, 380, 480, 300}, 1});
    page.column("甲摄", 100, 690, 8);
    page.lines[5].box = {220, 690, 240, 25};
    EXPECT_EQ(ordered(page), (Told{"T:title a 1 C:甲摄"}));
}

TEST(OrderArticles, LeavesAColumnUnderAPictureWithoutACaptionWhole) {
    MadePage page;
    page.headline("title", {100, 100, 480, 60});
    page.column("a", 100, 200, 4);
    page.layout.pictures.push_back({{100, 380, 480, 300}, 1});
    page.column("b", 100, 690, 8);
    EXPECT_EQ(ordered(page), (Told{"T:title a b"}));
}

TEST(OrderArticles, ReadsDecksThatAreSetDownFromTheRight) {
    MadePage page;
    page.add(RegionKind::headline, "subtitle", {100, 300, 34, 500}, 1, 34, WritingMode::vertical);
    page.add(RegionKind::headline, "title", {170, 200, 90, 700}, 1, 90, WritingMode::vertical);
    page.add(RegionKind::headline, "kicker", {290, 200, 40, 300}, 1, 40, WritingMode::vertical);
    page.column("a", 400, 200, 18);
    EXPECT_EQ(ordered(page), (Told{"K:kicker T:title S:subtitle a"}));
}

// `count` lines set down, the first one with its right side at `right`.
void column_down(MadePage& page, const std::string& name, int right, int top, int count, int length) {
    const int width = (count - 1) * kPitch + kEm;
    Region region{.mode = WritingMode::vertical, .box = {right - width, top, width, length}};
    for (int k = 0; k < count; ++k) {
        const Box line{right - kEm - k * kPitch, top, kEm, length};
        region.lines.push_back({line, kEm});
        page.lines.push_back({.id = {1, static_cast<int>(page.lines.size())},
                              .region = static_cast<int>(page.layout.regions.size()),
                              .mode = WritingMode::vertical,
                              .box = line,
                              .measure = region.box,
                              .type_size = kEm,
                              .glyphs = {{line, {{k == 0 ? name : std::to_string(k), 0.9}}}}});
    }
    page.layout.regions.push_back(region);
}

TEST(OrderArticles, ReadsAnArticleThatIsSetDownTierByTier) {
    MadePage page;
    page.headline("before", {100, 100, 900, 80});
    page.column("x", 100, 250, 20);
    page.column("y", 650, 250, 20);
    page.add(RegionKind::headline, "title", {2100, 200, 90, 700}, 1, 90, WritingMode::vertical);
    page.add(RegionKind::headline, "subtitle", {2030, 200, 40, 500}, 1, 40, WritingMode::vertical);
    column_down(page, "lower", 1980, 640, 14, 12 * kEm);
    column_down(page, "upper", 1980, 200, 14, 12 * kEm);
    EXPECT_EQ(ordered(page), (Told{"T:before x y", "T:title S:subtitle upper lower"}));
    for (const Article& article : order_articles(page.layout, page.lines, {}).articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                EXPECT_EQ(line.box, page.lines[static_cast<std::size_t>(line.id.index)].box);
}

TEST(OrderArticles, KeepsAnAdvertisementInItsFrameTogether) {
    MadePage page;
    page.headline("title", {100, 100, 480, 60});
    page.column("a", 100, 200, 12);
    page.layout.frames.push_back({{90, 800, 500, 600}});
    page.headline("shop", {200, 820, 300, 90}, 0);
    page.headline("●rice", {120, 960, 200, 50}, 0);
    page.headline("●oil", {120, 1060, 260, 50}, 0);
    page.headline("●salt", {120, 1160, 220, 50}, 0);
    page.column("电话：1", 120, 1280, 1, 14 * kEm, 0);
    page.column("地址：2", 120, 1330, 1, 14 * kEm, 0);
    EXPECT_EQ(ordered(page), (Told{"T:title a", "shop ●rice ●oil ●salt 电话：1 地址：2"}));
    EXPECT_EQ(order_articles(page.layout, page.lines, {}).articles[1].type, ArticleType::advertisement);
}

TEST(OrderArticles, LeavesAnArticleInAFrameThatNamesATelephoneAnArticle) {
    MadePage page;
    page.layout.frames.push_back({{90, 800, 500, 900}});
    page.headline("title", {120, 820, 400, 60}, 0);
    page.column("a", 120, 900, 12, 14 * kEm, 0);
    page.column("电话：1", 120, 900 + 12 * kPitch, 1, 14 * kEm, 0);
    EXPECT_EQ(ordered(page), (Told{"T:title a 电话：1"}));
}

// Three columns of four cells each; names tell row and column.
void add_cells(MadePage& page, int left, int top) {
    for (int column = 0; column < 3; ++column)
        for (int row = 0; row < 4; ++row)
            page.add(RegionKind::body, std::to_string(row) + std::to_string(column),
                     {left + column * 6 * kEm, top + row * 2 * kEm, 3 * kEm, kEm}, 1, kEm);
}

TEST(OrderArticles, ReadsATableUnderItsRuleRowByRow) {
    MadePage page;
    page.column("before", 100, 200, 12);
    page.rule({100, 1000, 16 * kEm, 3});
    page.column("name", 250, 1100, 1, 5 * kEm);
    page.rule({100, 1160, 16 * kEm, 3});
    add_cells(page, 110, 1175);
    const OrderedPage read = order_articles(page.layout, page.lines, {});
    ASSERT_EQ(told(read), (Told{"before", "T:name 00"}));
    std::string cells;
    for (const TextLine& line : read.articles[1].blocks[1].lines)
        cells += plain_text(line) + " ";
    EXPECT_EQ(cells, "00 01 02 10 11 12 20 21 22 30 31 32 ");
}

TEST(OrderArticles, GivesAHeadlineSetDownTheColumnThatABylineBegins) {
    MadePage page;
    page.add(RegionKind::headline, "down", {1400, 200, 90, 700}, 1, 90, WritingMode::vertical);
    page.column("b", 800, 200, 20);
    page.column("by", 400, 200, 1, 3 * kEm);
    page.column("a", 200, 200 + kPitch, 19);
    EXPECT_EQ(ordered(page), (Told{"T:down by a b"}));
}

TEST(OrderArticles, TakesNoRuleBetweenTwoLinesOfAColumnForAParting) {
    MadePage page;
    page.headline("A", {100, 100, 480, 60});
    page.column("a", 100, 200, 10);
    page.rule({90, 604, 500, 3});
    page.column("b", 100, 614, 10);
    EXPECT_EQ(ordered(page), (Told{"T:A a b"}));
    page.rule({90, 1030, 500, 3});
    page.column("c", 100, 1060, 10);
    EXPECT_EQ(ordered(page), (Told{"T:A a b", "c"}));
}

TEST(OrderArticles, TakesARuleThatGoesOnBesideAColumnForAPartingInLittleWhite) {
    MadePage page;
    page.headline("A", {100, 100, 480, 60});
    page.column("a", 100, 200, 10);
    page.rule({90, 604, 1400, 3});
    page.column("b", 100, 614, 10);
    EXPECT_EQ(ordered(page), (Told{"T:A a", "b"}));
}

TEST(OrderArticles, ReadsPastTheEdgeOfAPicture) {
    MadePage page;
    page.headline("A", {100, 100, 1500, 90});
    page.column("a", 100, 240, 8);
    page.rule({100, 600, 480, 3});
    page.headline("B", {100, 640, 480, 60});
    page.column("b", 100, 740, 18);
    page.layout.pictures.push_back({{620, 240, 1000, 560}, 1});
    page.rule({620, 803, 1000, 3});
    page.column("c", 620, 850, 15);
    page.column("d", 1140, 850, 15);
    EXPECT_EQ(ordered(page), (Told{"T:A a c d", "T:B b"}));
}

TEST(OrderArticles, ContinuesAColumnUnderAPictureInOneThatBeginsBesideIt) {
    MadePage page;
    page.headline("A", {100, 100, 1000, 90});
    page.layout.pictures.push_back({{100, 240, 1000, 700}, 1});
    page.column("a", 100, 980, 12);
    page.column("b", 620, 980, 12);
    page.column("（上接第一版）", 1140, 100, 8);
    page.rule({1140, 500, 480, 3});
    page.column("c", 1140, 520, 3);
    page.add(RegionKind::crosshead, "X", {1250, 520 + 3 * kPitch, 200, kEm}, 1, 1.1 * kEm);
    page.column("d", 1140, 520 + 4 * kPitch, 18);
    EXPECT_EQ(ordered(page), (Told{"T:A a b c X:X d", "（上接第一版）"}));
}

TEST(OrderArticles, HangsACrossHeadOnAShortLineAtTheColumnsSide) {
    MadePage page;
    page.column("a", 100, 100, 10);
    page.rule({90, 540, 500, 3});
    page.column("（上接第一版）", 100, 570, 1, 5 * kEm);
    page.add(RegionKind::crosshead, "X", {270, 570 + kPitch, 150, kEm}, 1, 1.1 * kEm);
    page.column("b", 100, 570 + 2 * kPitch, 10);
    EXPECT_EQ(ordered(page), (Told{"a", "（上接第一版） X:X b"}));
}

TEST(OrderArticles, TakesABorderOfThePageForNoFrame) {
    MadePage page;
    page.layout.frames.push_back({{20, 20, 2950, 3950}});
    page.headline("A", {100, 100, 480, 60}, 0);
    page.column("a", 100, 200, 12, 16 * kEm, 0);
    page.headline("B", {700, 100, 480, 60}, 0);
    page.column("b", 700, 200, 12, 16 * kEm, 0);
    page.column("公益广告", 1300, 200, 1, 16 * kEm, 0);
    const OrderedPage read = order_articles(page.layout, page.lines, {});
    for (const Article& article : read.articles)
        EXPECT_NE(article.type, ArticleType::advertisement);
    EXPECT_EQ(told(read).front(), "T:A a");
}

TEST(OrderArticles, ReadsATableApartFromShortLinesBesideIt) {
    MadePage page;
    page.headline("name", {110, 1080, 150, 40});
    page.rule({100, 1160, 16 * kEm, 3});
    add_cells(page, 110, 1175);
    page.headline("song", {100 + 18 * kEm, 1080, 150, 40});
    page.column("verse", 100 + 18 * kEm, 1175, 12, 5 * kEm);
    EXPECT_EQ(ordered(page), (Told{"T:name 00", "T:song verse"}));
}

TEST(OrderArticles, KnowsATableByTheNamesOfItsColumns) {
    MadePage page;
    page.headline("name", {110, 1080, 150, 40});
    page.column("a", 100, 1175, 1, 15 * kEm);
    for (const char* word : {"b", "c"})
        page.lines.back().glyphs.push_back({page.lines.back().box, {{word, 0.9}}, true});
    add_cells(page, 110, 1225);
    EXPECT_EQ(ordered(page), (Told{"T:name a b c"}));
}

TEST(OrderArticles, ReadsVersesBesideEachOtherColumnByColumn) {
    MadePage page;
    page.headline("verse", {100, 100, 480, 60});
    for (int column = 0; column < 3; ++column)
        page.column(std::to_string(column), 100 + column * 7 * kEm, 200, 4, 6 * kEm);
    EXPECT_EQ(ordered(page), (Told{"T:verse 0 1 2"}));
}

TEST(OrderArticles, KeepsWhatStandsFarApartInAFrameTogether) {
    MadePage page;
    page.layout.frames.push_back({{90, 90, 600, 600}});
    page.headline("今日要目", {200, 100, 300, 60}, 0);
    page.column("a（二版）", 120, 200, 1, 16 * kEm, 0);
    page.column("b（二版）", 120, 400, 1, 16 * kEm, 0);
    page.column("c（二版）", 120, 600, 1, 16 * kEm, 0);
    EXPECT_EQ(ordered(page), (Told{"T:今日要目 a（二版） b（二版） c（二版）"}));
    EXPECT_EQ(order_articles(page.layout, page.lines, {}).articles[0].type, ArticleType::index);
}

TEST(OrderArticles, KnowsANoticeByItsTitle) {
    MadePage page;
    page.headline("遗失启事", {100, 100, 300, 60});
    page.column("a", 100, 200, 12);
    EXPECT_EQ(order_articles(page.layout, page.lines, {}).articles[0].type, ArticleType::notice);
}

TEST(OrderArticles, TakesPricesWithoutAColumnOfTextForAnAdvertisement) {
    MadePage page;
    page.layout.frames.push_back({{90, 90, 600, 700}});
    page.headline("shop", {200, 100, 300, 90}, 0);
    page.column("rice 5元", 120, 300, 1, 8 * kEm, 0);
    page.column("oil 7元", 120, 400, 1, 8 * kEm, 0);
    page.column("电话：1", 120, 600, 1, 14 * kEm, 0);
    EXPECT_EQ(order_articles(page.layout, page.lines, {}).articles[0].type, ArticleType::advertisement);
}

TEST(OrderArticles, LeavesABylineThatIsSetLikeACrossHeadInTheText) {
    MadePage page;
    page.headline("title", {100, 100, 480, 60});
    page.add(RegionKind::crosshead, "■本报记者 陆知秋", {100, 200, 16 * kEm, kEm}, 1, kEm);
    page.column("a", 100, 200 + kPitch, 12);
    page.add(RegionKind::crosshead, "（下转2版）", {100, 200 + 13 * kPitch, 16 * kEm, kEm}, 1, kEm);
    EXPECT_EQ(ordered(page), (Told{"T:title ■本报记者 陆知秋 a （下转2版）"}));
}

TEST(OrderArticles, TakesARuleUnderAKickerForItsUnderline) {
    MadePage page;
    page.headline("kicker", {400, 150, 200, 50});
    page.rule({395, 206, 210, 3});
    page.headline("title", {200, 220, 600, 90});
    page.column("a", 100, 350, 20);
    page.column("b", 650, 350, 20);
    EXPECT_EQ(ordered(page), (Told{"K:kicker T:title a b"}));
}

TEST(OrderArticles, TakesAShortRuleBetweenDecksForADash) {
    MadePage page;
    page.headline("title", {200, 150, 600, 90});
    page.rule({420, 262, 160, 3});
    page.headline("deck", {300, 285, 400, 50});
    page.column("a", 100, 360, 20);
    page.column("b", 650, 360, 20);
    EXPECT_EQ(ordered(page), (Told{"T:title S:deck a b"}));
}

TEST(OrderArticles, ReadsPastALineThatRunsOverTwoColumns) {
    MadePage page;
    page.headline("first", {100, 100, 480, 60});
    page.column("a", 100, 200, 20);
    page.lines[8].box.width = 700;
    page.headline("second", {100, 1080, 480, 60});
    page.column("b", 100, 1180, 20);
    page.headline("third", {650, 100, 480, 60});
    page.column("c", 650, 200, 4);
    page.headline("fourth", {650, 620, 480, 60});
    page.column("d", 650, 720, 31);
    EXPECT_EQ(ordered(page), (Told{"T:first a", "T:second b", "T:third c", "T:fourth d"}));
}

// An article with these headlines and lines of text.
Article article_of(const Told& headlines, const Told& texts) {
    Article article;
    for (const auto& [kind, lines] : {std::pair{BlockKind::title, headlines}, {BlockKind::body, texts}}) {
        Block block{kind, {}, ""};
        for (const std::string& text : lines)
            block.lines.push_back({.glyphs = {{{}, {{text, 0.9}}}}});
        if (!block.lines.empty()) article.blocks.push_back(block);
    }
    return article;
}

TEST(TypeByWords, KnowsAListOfContents) {
    const Told entries = {"▶清河的鱼又回来了（二版）", "▶石桥老街修了三年", "又三个月（三版）"};
    EXPECT_EQ(type_by_words(article_of({"今日导读"}, entries)), ArticleType::index);
    EXPECT_EQ(type_by_words(article_of({}, {"今日要目", "千亩梨园挂果忙 见第4版"})), ArticleType::index);
    EXPECT_EQ(type_by_words(article_of({"一份导读的故事"},
                                       {"他每天读报。", "从一版读到四版。", "四十年。", "又十年。"})),
              ArticleType::article);
    EXPECT_EQ(type_by_words(article_of({"清河的鱼"}, entries)), ArticleType::article);
}

TEST(TypeByWords, KnowsANoticeByTheEndOfItsHeadline) {
    EXPECT_EQ(type_by_words(article_of({"关于春季犬只免疫的通告"}, {"现将有关事项通告如下"})),
              ArticleType::notice);
    EXPECT_EQ(type_by_words(article_of({"一张启事找回了老人"}, {"昨天"})), ArticleType::article);
}

TEST(TypeByWords, KnowsTheImprint) {
    const Told imprint = {"本报地址：清河大街1号 邮编：000000",
                          "编辑部电话：0000-1234 每份定价1.00元 本报印刷厂印刷"};
    EXPECT_EQ(type_by_words(article_of({}, imprint)), ArticleType::imprint);
    EXPECT_EQ(type_by_words(article_of({"搬家"}, imprint)), ArticleType::article);
    EXPECT_EQ(type_by_words(article_of({}, {"他在电话里说，地址没有变。", "信还是寄到老地方。"})),
              ArticleType::article);
}

TEST(TypeByWords, LeavesOtherTypesAlone) {
    Article advertisement = article_of({"今日导读"}, {"二版"});
    advertisement.type = ArticleType::advertisement;
    EXPECT_EQ(type_by_words(advertisement), ArticleType::advertisement);
    EXPECT_EQ(type_by_words({}), ArticleType::article);
}

TEST(OrderArticles, GivesAListOfContentsItsType) {
    MadePage page;
    page.headline("今日要目", {100, 100, 300, 60});
    page.column("清河大桥昨合龙（二版）", 100, 200, 1);
    page.column("农机跑在农时前（三版）", 100, 242, 1);
    const OrderedPage ordered = order_articles(page.layout, page.lines, {});
    ASSERT_EQ(ordered.articles.size(), 1U);
    EXPECT_EQ(ordered.articles[0].type, ArticleType::index);
}

}  // namespace
}  // namespace banwen
