#include "text/find_paragraphs.h"

#include <gtest/gtest.h>

#include "support/printed_lines.h"

namespace banwen {
namespace {

constexpr const char* kFull = "一二三四五六七八九十一二";  // as long as the measure
constexpr int kEm = 40;

// Lines {indent in ems, text} under each other in a column that begins at `left`.
struct Print {
    int indent;
    const char* text;
};

Block column(const std::vector<Print>& prints, int left = 0, BlockKind kind = BlockKind::body) {
    Block block{kind, {}, ""};
    int top = 0;
    for (const Print& print : prints) {
        block.lines.push_back(printed_line(print.text, left + print.indent * kEm, top));
        block.lines.back().measure.left = left;
        top += kEm * 3 / 2;
    }
    return block;
}

// Lines of each block after the room, in order.
std::vector<std::size_t> sizes(const std::vector<Block>& blocks) {
    std::vector<std::size_t> sizes;
    for (const Block& block : blocks)
        sizes.push_back(block.lines.size());
    return sizes;
}

TEST(FindParagraphs, BeginsOneAtAnIndent) {
    const Block block =
        column({{2, "三四五六七八九十一二"}, {0, kFull}, {2, "三四五六七八九十一二"}, {0, kFull}});
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{2, 2}));
}

TEST(FindParagraphs, EndsOneAtAShortLine) {
    const Block block = column({{0, kFull}, {0, "一二三。"}, {0, kFull}, {0, kFull}});
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{2, 2}));
}

TEST(FindParagraphs, GoesOnBehindAShortLineThatBreaksOffAtAComma) {
    const Block block = column({{0, kFull}, {0, "一二三四五六七八，"}, {0, kFull}, {0, kFull}});
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{4}));
}

TEST(FindParagraphs, KeepsLinesOfOtherTypeApart) {
    Block block = column({{0, "绿水青山"}, {0, kFull}, {0, kFull}});
    block.lines[0].type_size = 80;
    block.lines[0].box.width = 12 * kEm;
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{1, 2}));
}

TEST(FindParagraphs, GoesOnInTheNextColumnAndPastACaption) {
    const Block first = column({{2, "三四五六七八九十一二"}, {0, kFull}, {0, kFull}});
    const Block caption = column({{0, "图"}}, 600, BlockKind::caption);
    const Block second = column({{0, kFull}, {0, kFull}, {2, "三四五"}}, 600);
    const std::vector<Block> blocks = find_paragraphs({first, caption, second}, {});
    EXPECT_EQ(sizes(blocks), (std::vector<std::size_t>{5, 1, 1}));
    EXPECT_EQ(blocks[1].kind, BlockKind::caption);
}

TEST(FindParagraphs, SeesAnIndentAtTheHeadOfAColumnOfOneLine) {
    const Block first = column({{2, "三四五六七八九十一二"}, {0, kFull}, {0, kFull}});
    const Block second = column({{2, "三四五六七八九十一二"}}, 600);
    EXPECT_EQ(sizes(find_paragraphs({first, second}, {})), (std::vector<std::size_t>{3, 1}));
}

TEST(FindParagraphs, EndsOneAtACrosshead) {
    const Block body = column({{0, kFull}, {0, kFull}, {0, kFull}});
    const Block crosshead = column({{3, "小标题"}}, 0, BlockKind::crosshead);
    const std::vector<Block> blocks = find_paragraphs({body, crosshead, body}, {});
    EXPECT_EQ(sizes(blocks), (std::vector<std::size_t>{3, 1, 3}));
    EXPECT_EQ(blocks[1].kind, BlockKind::crosshead);
}

TEST(FindParagraphs, TakesOpeningMarksForNoIndent) {
    // The ink of an opening mark begins half a character late.
    Block block = column({{0, kFull}, {0, kFull}, {0, kFull}, {0, kFull}});
    block.lines[2].box.left += kEm / 2;
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{4}));
}

TEST(FindParagraphs, FollowsAColumnThatLeans) {
    std::vector<Print> prints(30, Print{0, kFull});
    prints[10] = prints[20] = {2, "三四五六七八九十一二"};
    Block block = column(prints);
    for (TextLine& line : block.lines)
        line.box.left += line.box.top / 36;  // 50 px over the column, more than an indent would need
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{10, 10, 10}));
}

TEST(FindParagraphs, ReadsVerticalColumnsFromTheTop) {
    Block block{BlockKind::body, {}, ""};
    for (int i = 0; i < 6; ++i) {
        TextLine line = printed_line(kFull);
        const int indent = i == 3 ? 2 * kEm : 0;
        line.mode = WritingMode::vertical;
        line.box = {1000 - i * 60, indent, kEm, 12 * kEm - indent};
        line.measure = {1000 - i * 60, 0, kEm, 12 * kEm};
        block.lines.push_back(line);
    }
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{3, 3}));
}

TEST(FindParagraphs, JoinsTheLinesOfATitle) {
    const Block line = column({{0, "春分将至"}}, 0, BlockKind::title);
    const Block kicker = column({{0, "乡村走笔"}}, 0, BlockKind::kicker);
    EXPECT_EQ(sizes(find_paragraphs({kicker, line, line}, {})), (std::vector<std::size_t>{1, 2}));
}

TEST(FindParagraphs, HasNothingToDoWithoutLines) {
    EXPECT_TRUE(find_paragraphs({}, {}).empty());
    EXPECT_TRUE(find_paragraphs({Block{}}, {}).empty());
}

TEST(FindParagraphs, GoesOnBesideAPicture) {
    // The picture stands to the right of lines three to six, then to the left of three more.
    const Block block = column({{2, "三四五六七八九十一二"},
                                {0, kFull},
                                {0, "一二三四五"},
                                {0, "一二三四五"},
                                {0, "一二三四五"},
                                {0, kFull},
                                {6, "七八九十一二"},
                                {6, "七八九十一二"},
                                {6, "七八九十一二"},
                                {0, "一二三四五六七。"}});
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{10}));
}

TEST(FindParagraphs, BeginsOneBesideAPicture) {
    const Block block = column({{0, kFull},
                                {6, "七八九十一二"},
                                {6, "七八九。"},
                                {8, "春天来了"},
                                {6, "七八九十一二"},
                                {6, "七八九十一二"},
                                {0, kFull}});
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{3, 4}));
}

TEST(FindParagraphs, SetsVerseLineByLine) {
    const Block uneven = column({{0, "亲爱的萝卜，请往下长"},
                                 {0, "亲爱的丝瓜，请往上爬"},
                                 {0, "亲爱的南瓜"},
                                 {0, "你随便"},
                                 {0, "亲爱的虫子"},
                                 {0, "靠墙的那一棵归你"}});
    EXPECT_EQ(find_paragraphs({uneven}, {}).size(), 6U);
    const Block even = column(
        {{0, "一渠春水抱村流，"}, {0, "稻种新芽出小楼。"}, {0, "几处人家烟未起，"}, {0, "先闻布谷唤牵牛。"}});
    EXPECT_EQ(find_paragraphs({even}, {}).size(), 4U);
}

TEST(FindParagraphs, TakesProseWithoutIndentForProse) {
    const Block block =
        column({{0, "风起的时候，他正在地里"}, {0, kFull}, {0, kFull}, {0, kFull}, {0, "一二三。"}});
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{5}));
}

TEST(FindParagraphs, SetsTheRowsOfATableOneByOne) {
    const Block rows =
        column({{0, "线路 起点 终点 首末班"}, {0, "一路 东门 渡口 六点半"}, {0, "二路 一中 石桥 七点整"}});
    EXPECT_EQ(find_paragraphs({rows}, {}).size(), 3U);
    const Block credit = column({{0, "本报讯（记者 何青禾 通"}, {0, "讯员 罗小满 方圆）眼下"}, {0, kFull}});
    EXPECT_EQ(find_paragraphs({credit}, {}).size(), 1U);
}

TEST(FindParagraphs, KeepsTheRestOfACreditWithIt) {
    const Block block =
        column({{0, "■本报记者何青禾通讯员罗"}, {4, "小满文图"}, {2, "三四五六七八九十一二"}, {0, kFull}});
    EXPECT_EQ(sizes(find_paragraphs({block}, {})), (std::vector<std::size_t>{2, 2}));
}

TEST(FindParagraphs, LetsThePartsOfAPoemBeginWithTheirNumbers) {
    const Block block = column({{0, kFull}, {0, "其二"}, {0, kFull}});
    EXPECT_EQ(find_paragraphs({block}, {}).size(), 3U);
}

}  // namespace
}  // namespace banwen
