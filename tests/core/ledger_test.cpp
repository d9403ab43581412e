#include "core/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/printed_lines.h"

namespace banwen {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Article article_with(const std::vector<TextLine>& lines) {
    Article article;
    article.blocks.push_back({BlockKind::body, lines, ""});
    return article;
}

TEST(FindUnaccounted, TellsOfLostDoubledAndInventedLines) {
    Issue issue;
    issue.pages = {{.number = 1, .lines = 2}};
    const Article article = article_with({printed_line("a", 0, 0, {1, 0})});
    issue.articles = {article, article};
    issue.ledger = {{{1, 7}, "dropped", "", false}, {{1, 1}, "changed", "", true}};
    EXPECT_THAT(find_unaccounted(issue),
                ElementsAre("line 7 of page 1 was never recognized", "line 0 of page 1 stands in 2 places",
                            "line 1 of page 1 stands nowhere"));
}

TEST(FindUnaccounted, IsContentWhenEveryLineHasOneFate) {
    Issue issue;
    issue.pages = {{.number = 1, .lines = 3}, {.number = 2}};
    issue.articles = {article_with({printed_line("a", 0, 0, {1, 2})})};
    issue.ledger = {{{1, 0}, "no legible glyph"}, {{1, 1}, "repeats", "b", false, "", LineId{1, 2}}};
    EXPECT_THAT(find_unaccounted(issue), IsEmpty());
}

TEST(FatesOf, NamesFieldAndPlaceOfEachLine) {
    Issue issue;
    Article article = article_with({printed_line("春耕", 0, 0, {1, 1}), printed_line("忙", 0, 0, {1, 2})});
    article.blocks[0].text = "春耕忙";
    article.blocks[0].spans = {{0, 2}, {2, 3}};
    article.blocks.push_back({BlockKind::crosshead, {printed_line("田里", 0, 0, {1, 3})}, "田里", {{0, 2}}});
    article.blocks.push_back({BlockKind::caption, {printed_line("图", 0, 0, {1, 4})}, "图", {{0, 1}}});
    issue.articles = {article};
    issue.ledger = {{{1, 0}, "repeats", "b", false, "", LineId{1, 2}}};
    const std::vector<LineFate> fates = fates_of(issue);
    ASSERT_EQ(fates.size(), 5U);
    EXPECT_EQ(fates[1].fate, Fate::paragraph);
    EXPECT_EQ(fates[1].start, 2);
    EXPECT_EQ(fates[2].fate, Fate::heading);
    EXPECT_EQ(fates[2].field, "text");
    EXPECT_EQ(fates[2].start, 4);  // behind the line feed
    EXPECT_EQ(fates[2].end, 6);
    EXPECT_EQ(fates[3].field, "captions");
    EXPECT_EQ(fates[3].start, 0);
    EXPECT_EQ(fates[4].fate, Fate::duplicate);
    EXPECT_EQ(fates[4].article, nullptr);
}

}  // namespace
}  // namespace banwen
