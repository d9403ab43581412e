#include "issue/repeated_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/printed_lines.h"

namespace banwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// An article of columns, each a region of its own; lines fill a measure of 12 characters.
Article columns(const std::vector<std::vector<std::string>>& texts) {
    Article article{.pages = {1}};
    int left = 0, index = 0;
    for (const std::vector<std::string>& column : texts) {
        Block block{BlockKind::body, {}, ""};
        int top = 0;
        for (const std::string& text : column) {
            TextLine line = printed_line(text, left, top += 60, {1, index++});
            line.region = left;
            line.measure = line.box;
            block.lines.push_back(line);
        }
        article.blocks.push_back(block);
        left += 600;
    }
    return article;
}

std::vector<std::string> texts_of(const WithoutRepeats& swept) {
    std::vector<std::string> texts;
    for (const Article& article : swept.articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                texts.push_back(plain_text(line));
    return texts;
}

TEST(CloseSeams, TakesOffWhatTheColumnBeforeEndsWith) {
    const WithoutRepeats swept = close_seams({columns({{"高质量发展的"}, {"发展的一件大事"}})});
    EXPECT_THAT(texts_of(swept), ElementsAre("高质量发展的", "一件大事"));
    ASSERT_EQ(swept.ledger.size(), 1U);
    EXPECT_EQ(swept.ledger[0].text, "发展的");
    EXPECT_TRUE(swept.ledger[0].kept);
    EXPECT_EQ(swept.ledger[0].same_as, (LineId{1, 0}));
}

TEST(CloseSeams, TakesOffWholeLines) {
    const WithoutRepeats swept =
        close_seams({columns({{"春耕正忙的", "田野上人们"}, {"田野上人们", "都在播种"}})});
    EXPECT_THAT(texts_of(swept), ElementsAre("春耕正忙的", "田野上人们", "都在播种"));
    ASSERT_EQ(swept.ledger.size(), 1U);
    EXPECT_FALSE(swept.ledger[0].kept);
}

TEST(CloseSeams, AllowsForDoubtfulReadings) {
    Article article = columns({{"推动高质量发展的"}, {"高质量发展的大事"}});
    article.blocks[1].lines[0].glyphs[1].readings = {{"贡", 0.5}};
    EXPECT_THAT(texts_of(close_seams({article})), ElementsAre("推动高质量发展的", "大事"));
}

TEST(CloseSeams, AllowsForOneGlyphLostOrMadeUp) {
    EXPECT_THAT(texts_of(close_seams({columns({{"推动高质量发展的"}, {"高质发展的大事"}})})),
                ElementsAre("推动高质量发展的", "大事"));
    EXPECT_THAT(texts_of(close_seams({columns({{"推动高质量发展的"}, {"高质、量发展的大事"}})})),
                ElementsAre("推动高质量发展的", "大事"));
    EXPECT_THAT(close_seams({columns({{"他种了三亩地"}, {"他又种三亩地瓜"}})}).ledger, IsEmpty());
}

TEST(CloseSeams, TakesOffOneGlyphOnlyWhereItIsTheSameInk) {
    Article article = columns({{"复工复产"}, {"产情况"}});
    EXPECT_THAT(close_seams({article}).ledger, IsEmpty());
    for (Glyph& glyph : article.blocks[1].lines[0].glyphs)
        glyph.box.left -= 600 - 3 * 40;
    EXPECT_THAT(texts_of(close_seams({article})), ElementsAre("复工复产", "情况"));
}

TEST(CloseSeams, LeavesWhatMayBeProse) {
    const std::vector<std::vector<std::string>> cases[] = {
        {{"我们一步一步"}, {"一步一步走"}},  // says the same over and over
        {{"复工复产"}, {"产情况"}},          // one character
        {{"大家都说好好"}, {"好好学习"}},   {{"高质量发展的"}, {"高品质生活的"}},
        {{"价格为12.50"}, {"12.50元"}},
    };
    for (const auto& texts : cases) {
        const WithoutRepeats swept = close_seams({columns(texts)});
        EXPECT_THAT(swept.ledger, IsEmpty()) << texts[0][0];
    }
}

TEST(CloseSeams, LeavesVerseWhoseLinesEndShort) {
    Article article = columns({{"清清的河水向东流"}, {"清清的河水向东流"}});
    for (Block& block : article.blocks)
        block.lines[0].measure.width += 400;
    EXPECT_THAT(close_seams({article}).ledger, IsEmpty());
}

TEST(CloseSeams, LeavesWhatStandsWithinAColumn) {
    Article article = columns({{"高质量发展的", "发展的一件大事"}});
    EXPECT_THAT(close_seams({article}).ledger, IsEmpty());
}

TEST(DropLinesFoundTwice, KeepsTheSurerOneOfTwoInOnePlace) {
    Article article = columns({{"春耕正忙农机先行"}});
    TextLine copy = article.blocks[0].lines[0];
    copy.id = {1, 1};
    copy.box.left += 3;
    copy.glyphs[0].readings[0] = {"舂", 0.5};
    article.blocks.push_back({BlockKind::body, {copy}, ""});
    const WithoutRepeats swept = drop_lines_found_twice({article});
    EXPECT_THAT(texts_of(swept), ElementsAre("春耕正忙农机先行"));
    ASSERT_EQ(swept.ledger.size(), 1U);
    EXPECT_EQ(swept.ledger[0].text, "舂耕正忙农机先行");
    EXPECT_EQ(swept.ledger[0].same_as, (LineId{1, 0}));
}

TEST(DropLinesFoundTwice, KeepsTheSameTextElsewhereAndOtherTextInOnePlace) {
    Article article = columns({{"春耕正忙农机先行"}, {"春耕正忙农机先行"}, {"清河大桥今日合龙"}});
    article.blocks[2].lines[0].box = article.blocks[0].lines[0].box;
    EXPECT_THAT(drop_lines_found_twice({article}).ledger, IsEmpty());
}

}  // namespace
}  // namespace banwen
