#include "text/clean_text.h"

#include <gtest/gtest.h>

#include "support/printed_lines.h"
#include "text/convert_script.h"

namespace banwen {
namespace {

Issue issue_of(std::vector<Block> blocks, ArticleType type = ArticleType::article) {
    Issue issue;
    issue.articles.push_back({.type = type, .pages = {1}, .blocks = std::move(blocks)});
    return issue;
}

TEST(CleanText, CountsAnnotationsInTheArticlesRunningText) {
    const Issue issue = clean_text(issue_of({{BlockKind::title, {printed_line("春耕正忙")}, ""},
                                             {BlockKind::body, {printed_line("编者按。")}, ""},
                                             {BlockKind::crosshead, {printed_line("田里")}, ""},
                                             {BlockKind::body, {printed_line("本报讯(记者 甲)春")}, ""}}),
                                   {});
    const Article& article = issue.articles.front();
    EXPECT_EQ(running_text(article), "编者按。\n田里\n本报讯（记者 甲）春");
    ASSERT_EQ(article.bylines.size(), 1U);
    EXPECT_EQ(article.bylines[0].start, 11);
    EXPECT_EQ(article.bylines[0].end, 17);
    ASSERT_TRUE(article.dateline);
    EXPECT_EQ(article.dateline->start, 8);
}

TEST(CleanText, TellsOfDoubtsWhereTheyStand) {
    TextLine line = printed_line("春日曰");
    line.glyphs[1].readings = {{"日", 0.41}, {"曰", 0.2}};
    line.glyphs[2].readings = {{"曰", 0.9}, {"日", 0.85}};
    const Issue issue = clean_text(
        issue_of({{BlockKind::title, {line}, ""}, {BlockKind::body, {printed_line("好。")}, ""}}), {});
    const std::vector<Doubt>& doubts = issue.articles.front().doubts;
    ASSERT_EQ(doubts.size(), 2U);
    EXPECT_EQ(doubts[0].field, "title");
    EXPECT_EQ(doubts[0].start, 1);
    EXPECT_EQ(doubts[0].end, 2);
    EXPECT_EQ(doubts[0].readings, (std::vector<std::string>{"日", "曰"}));
    EXPECT_DOUBLE_EQ(doubts[0].confidence, 0.41);
    EXPECT_EQ(doubts[1].start, 2);
}

TEST(CleanText, KeepsTheLinesOfAFolioApart) {
    const Issue issue =
        clean_text(issue_of({{BlockKind::body, {printed_line("第二版"), printed_line("综合新闻")}, ""}},
                            ArticleType::folio),
                   {});
    EXPECT_EQ(running_text(issue.articles.front()), "第二版\n综合新闻");
}

TEST(CleanText, TellsTheLedgerWhichLookAlikesItSet) {
    const Issue issue = clean_text(issue_of({{BlockKind::body, {printed_line("今曰人囗。")}, ""}}), {});
    EXPECT_EQ(running_text(issue.articles.front()), "今日人口。");
    ASSERT_EQ(issue.ledger.size(), 2U);
    EXPECT_EQ(issue.ledger[0].text, "曰");
    EXPECT_EQ(issue.ledger[0].written, "日");
    EXPECT_TRUE(issue.ledger[0].kept);
}

TEST(CleanText, WritesAsciiMarksWhenAsked) {
    const Issue issue = clean_text(issue_of({{BlockKind::body, {printed_line("春，夏。")}, ""}}),
                                   {.punctuation = Punctuation::ascii});
    EXPECT_EQ(running_text(issue.articles.front()), "春,夏。");
}

TEST(CleanText, WritesSimplifiedCharactersWhenAsked) {
    const std::vector<Block> blocks = {{BlockKind::body, {printed_line("漢語報紙，乾隆年間。")}, ""}};
    EXPECT_EQ(running_text(clean_text(issue_of(blocks), {}).articles.front()), "漢語報紙，乾隆年間。");
    const Issue issue = clean_text(issue_of(blocks), {.script = PrintedScript::hans});
    EXPECT_EQ(running_text(issue.articles.front()),
              can_convert_script() ? "汉语报纸，乾隆年间。" : "漢語報紙，乾隆年間。");
    EXPECT_EQ(issue.articles.front().blocks.front().spans.front().end, 10);
}

TEST(CleanText, SaysWhereThePointersOfAnIndexStand) {
    Issue issue = issue_of({{BlockKind::body, {printed_line("今日要目", 0, 0, {1, 0})}, ""},
                            {BlockKind::body,
                             {printed_line("大桥", 0, 60, {1, 1}), printed_line("合龙 二版", 0, 120, {1, 2})},
                             ""}},
                           ArticleType::index);
    issue.articles.front().pointers = {{{1, 1}, 2, "x-i0201"}};
    const Article article = clean_text(issue, {}).articles.front();
    EXPECT_EQ(article.pointers.front().start, 5);
    EXPECT_EQ(article.pointers.front().end, 12);
}

TEST(CleanText, IsTotal) {
    TextLine empty;
    const Issue issue =
        clean_text(issue_of({{BlockKind::body, {empty}, ""}, {BlockKind::title, {}, ""}}), {});
    EXPECT_EQ(running_text(issue.articles.front()), "");
    EXPECT_TRUE(clean_text(Issue{}, {}).articles.empty());
}

}  // namespace
}  // namespace banwen
