#include "issue/merge_scans.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/printed_lines.h"

namespace banwen {
namespace {

using ::testing::IsEmpty;

// Lines first..last of one printed page of 40 different lines; those of a second scan stand `down` px lower.
PageText scan_of(int number, int first, int last, int down = 0) {
    PageText page{.info = {.number = number}};
    Article article{.pages = {number}};
    Block block{BlockKind::body, {}, ""};
    for (int i = first; i <= last; ++i) {
        std::u32string text = U"田里的人们正在忙着";
        for (std::size_t k = 0; k < text.size(); ++k)
            text[k] += static_cast<char32_t>(i * 17 + static_cast<int>(k));
        block.lines.push_back(printed_line(to_utf8(text), 0, 60 * i + down, {number, i - first}));
    }
    article.blocks.push_back(block);
    page.articles.push_back(article);
    page.info.lines = last - first + 1;
    return page;
}

std::size_t lines_on(const PageText& page) {
    std::size_t lines = 0;
    for (const Article& article : page.articles)
        for (const Block& block : article.blocks)
            lines += block.lines.size();
    return lines;
}

TEST(MergeScans, LeavesASecondScanOut) {
    const MergedPages merged = merge_scans({scan_of(1, 0, 39), scan_of(2, 0, 39, 25)});
    EXPECT_EQ(lines_on(merged.pages[0]), 40U);
    EXPECT_THAT(merged.pages[1].articles, IsEmpty());
    ASSERT_EQ(merged.ledger.size(), 40U);
    EXPECT_EQ(merged.ledger[7].same_as, (LineId{1, 7}));
    EXPECT_EQ(merged.warnings.size(), 1U);
}

TEST(MergeScans, JoinsStripsThatOverlap) {
    const MergedPages merged = merge_scans({scan_of(1, 0, 24), scan_of(2, 15, 39, -900)});
    EXPECT_EQ(lines_on(merged.pages[0]), 40U);
    EXPECT_EQ(merged.ledger.size(), 10U);
    const Article& article = merged.pages[0].articles[0];
    ASSERT_EQ(article.blocks.size(), 2U);  // a block holds lines of one scan
    EXPECT_EQ(article.blocks[1].lines.front().id, (LineId{2, 10}));
}

TEST(MergeScans, LeavesPagesWithOneAdvertisementInCommonAlone) {
    PageText first = scan_of(1, 0, 39), second = scan_of(2, 100, 139);
    const PageText advertisement = scan_of(1, 200, 212);
    for (PageText* page : {&first, &second}) {
        page->articles.push_back(advertisement.articles[0]);
        for (TextLine& line : page->articles[1].blocks[0].lines) {
            line.box.top -= 60 * 195;
            line.id = {page->info.number, 40 + line.id.index};
        }
    }
    EXPECT_THAT(merge_scans({first, second}).ledger, IsEmpty());
}

TEST(MergeScans, LeavesTheSameTextInAnotherOrderAlone) {
    PageText mixed = scan_of(2, 0, 39);
    std::vector<TextLine>& lines = mixed.articles[0].blocks[0].lines;
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].box.top = 60 * static_cast<int>(i * 23 % lines.size());
    EXPECT_THAT(merge_scans({scan_of(1, 0, 39), mixed}).ledger, IsEmpty());
}

TEST(MergeScans, HasNothingToDoWithoutPages) {
    EXPECT_THAT(merge_scans({}).pages, IsEmpty());
    EXPECT_THAT(merge_scans({PageText{}, PageText{}}).ledger, IsEmpty());
}

}  // namespace
}  // namespace banwen
