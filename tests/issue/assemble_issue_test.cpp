#include "issue/assemble_issue.h"

#include <gtest/gtest.h>

#include "core/ledger.h"
#include "support/printed_lines.h"

namespace banwen {
namespace {

using Lines = std::vector<std::string>;
using Warnings = std::vector<Warning>;

// Puts articles on pages and numbers their lines.
class Press {
  public:
    void begin_page(int number) {
        pages_.push_back({.info = {.number = number}});
        next_ = 0;
    }

    void print(const Lines& title, const Lines& body, ArticleType type = ArticleType::article) {
        PageText& page = pages_.back();
        Article article{.type = type, .pages = {page.info.number}};
        for (const auto& [kind, texts] : {std::pair{BlockKind::title, title}, {BlockKind::body, body}}) {
            Block block{kind, {}, ""};
            for (const std::string& text : texts) {
                block.lines.push_back(printed_line(text, 0, 60 * next_, {page.info.number, next_}));
                ++next_;
            }
            if (!block.lines.empty()) article.blocks.push_back(block);
        }
        page.articles.push_back(article);
        page.info.lines = next_;
    }

    // The readings of one glyph of a line.
    void doubt(LineId id, std::size_t glyph, const std::vector<Reading>& readings) {
        for (PageText& page : pages_)
            for (Article& article : page.articles)
                for (Block& block : article.blocks)
                    for (TextLine& line : block.lines)
                        if (line.id == id) line.glyphs[glyph].readings = readings;
    }

    Issue assemble(const IssueOptions& options = {.name = "x"}) const {
        return assemble_issue(pages_, options);
    }

  private:
    std::vector<PageText> pages_;
    int next_ = 0;
};

Lines texts_of(const Article& article) {
    Lines texts;
    for (const Block& block : article.blocks)
        for (const TextLine& line : block.lines)
            texts.push_back(plain_text(line));
    return texts;
}

TEST(AssembleIssue, JoinsAnArticleWithItsContinuation) {
    Press press;
    press.begin_page(1);
    press.print({"山里娃踢出了一片天"}, {"费老师说：", "（下转第二版）"});
    press.begin_page(2);
    press.print({}, {"第二版"}, ArticleType::folio);
    press.print({"山里娃踢球"}, {"（上接第一版）“去城里。”"});
    const Issue issue = press.assemble();
    ASSERT_EQ(issue.articles.size(), 2U);
    EXPECT_EQ(texts_of(issue.articles[0]), (Lines{"山里娃踢出了一片天", "费老师说：", "“去城里。”"}));
    EXPECT_EQ(issue.articles[0].pages, (std::vector<int>{1, 2}));
    ASSERT_TRUE(issue.articles[0].jump);
    EXPECT_EQ(issue.articles[0].jump->status, JumpStatus::joined);
    EXPECT_EQ(issue.articles[0].jump->to_page, 2);
    EXPECT_FALSE(issue.articles[0].jump->from_page);
    EXPECT_TRUE(issue.warnings.empty());
    EXPECT_TRUE(find_unaccounted(issue).empty());
}

TEST(AssembleIssue, JoinsOverThreePages) {
    Press press;
    press.begin_page(1);
    press.print({"长篇"}, {"甲", "下转二版"});
    press.begin_page(2);
    press.print({}, {"上接一版", "乙", "下转三版"});
    press.begin_page(3);
    press.print({}, {"上接二版", "丙"});
    const Issue issue = press.assemble();
    ASSERT_EQ(issue.articles.size(), 1U);
    EXPECT_EQ(texts_of(issue.articles[0]), (Lines{"长篇", "甲", "乙", "丙"}));
    EXPECT_EQ(issue.articles[0].pages, (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(issue.articles[0].jump->to_page, 2);
    EXPECT_EQ(issue.articles[0].jump->status, JumpStatus::joined);
}

TEST(AssembleIssue, TellsJumpsOfOneWayApartByTheirHeadlines) {
    Press press;
    press.begin_page(1);
    press.print({"春耕正忙农机先行"}, {"甲", "（下转二版）"});
    press.print({"清河大桥合龙"}, {"乙", "（下转二版）"});
    press.begin_page(2);
    press.print({"大桥合龙"}, {"（上接一版）", "二"});
    press.print({"春耕正忙"}, {"（上接一版）", "一"});
    const Issue issue = press.assemble();
    ASSERT_EQ(issue.articles.size(), 2U);
    EXPECT_EQ(texts_of(issue.articles[0]), (Lines{"春耕正忙农机先行", "甲", "一"}));
    EXPECT_EQ(texts_of(issue.articles[1]), (Lines{"清河大桥合龙", "乙", "二"}));
}

TEST(AssembleIssue, LeavesAConflictAsItStands) {
    Press press;
    press.begin_page(1);
    press.print({"春耕"}, {"甲", "（下转二版）"});
    press.begin_page(2);
    press.print({}, {"（上接一版）", "一"});
    press.print({}, {"（上接一版）", "二"});
    const Issue issue = press.assemble();
    ASSERT_EQ(issue.articles.size(), 3U);
    for (const Article& article : issue.articles)
        EXPECT_EQ(article.jump->status, JumpStatus::conflict);
    EXPECT_EQ(issue.warnings.size(), 3U);
    EXPECT_TRUE(find_unaccounted(issue).empty());
}

TEST(AssembleIssue, LeavesAnOrphanAndTellsOfIt) {
    Press press;
    press.begin_page(1);
    press.print({"春耕"}, {"甲", "（下转五版）"});
    press.begin_page(2);
    press.print({"夏耘"}, {"（上接一版）", "乙"});
    const Issue issue = press.assemble();
    ASSERT_EQ(issue.articles.size(), 2U);
    EXPECT_EQ(issue.articles[0].jump->status, JumpStatus::orphan);
    EXPECT_EQ(issue.articles[0].jump->to_page, 5);
    EXPECT_EQ(issue.articles[1].jump->from_page, 1);
    EXPECT_EQ(issue.warnings.size(), 2U);
}

TEST(AssembleIssue, GivesALoneMarkToItsNeighbour) {
    Press press;
    press.begin_page(1);
    press.print({"春耕"}, {"甲"});
    press.print({}, {"（下转二版）"});
    press.begin_page(2);
    press.print({}, {"（上接一版）"});
    press.print({}, {"乙"});
    const Issue issue = press.assemble();
    ASSERT_EQ(issue.articles.size(), 1U);
    EXPECT_EQ(texts_of(issue.articles[0]), (Lines{"春耕", "甲", "乙"}));
    EXPECT_TRUE(find_unaccounted(issue).empty());
}

TEST(AssembleIssue, GoesByPrintedPageNames) {
    Press press;
    press.begin_page(1);
    press.print({}, {"第五版"}, ArticleType::folio);
    press.print({"春耕"}, {"甲", "（下转六版）"});
    press.begin_page(2);
    press.print({}, {"第六版"}, ArticleType::folio);
    press.print({}, {"（上接五版）", "乙"});
    const Issue issue = press.assemble();
    EXPECT_EQ(issue.pages[1].label, "第六版");
    ASSERT_EQ(issue.articles.size(), 3U);
    EXPECT_EQ(issue.articles[1].jump->status, JumpStatus::joined);
    EXPECT_EQ(issue.articles[1].jump->to_page, 2);
}

TEST(AssembleIssue, NumbersArticlesByThePageTheyBeginOn) {
    Press press;
    press.begin_page(2);
    press.print({"甲"}, {"一"});
    press.print({"乙"}, {"二"});
    press.begin_page(12);
    press.print({"丙"}, {"三"});
    const Issue issue = press.assemble({.name = "x"});
    EXPECT_EQ(issue.articles[0].id, "x-i0201");
    EXPECT_EQ(issue.articles[1].id, "x-i0202");
    EXPECT_EQ(issue.articles[2].id, "x-i1201");
}

TEST(AssembleIssue, WarnsWhereThePrintContradicts) {
    Press press;
    press.begin_page(1);
    press.print({}, {"柳溪时报", "2024年3月18日", "星期二"}, ArticleType::masthead);
    press.begin_page(2);
    press.print({}, {"第二版", "2024年3月17日"}, ArticleType::folio);
    EXPECT_EQ(press.assemble().warnings.size(), 2U);  // weekday, and a page of another day
    const Issue other = press.assemble({.paper = "清河日报", .date = "2024-03-19"});
    EXPECT_EQ(other.warnings.size(), 3U);  // date, name, page; the 19th is a Tuesday
    EXPECT_EQ(other.paper, "清河日报");
    EXPECT_EQ(other.date, "2024-03-19");
    EXPECT_EQ(other.edition, "a");
}

TEST(AssembleIssue, ChecksTheLunarDateAndThePageCount) {
    Press press;
    press.begin_page(1);
    press.print({}, {"柳溪时报", "2024年3月18日", "农历甲辰年二月初九", "今日4版"}, ArticleType::masthead);
    EXPECT_EQ(press.assemble().warnings, (Warnings{{WarningKind::other_page_count, {"今日4版", "1"}}}));
    Press other;
    other.begin_page(1);
    other.print({}, {"柳溪时报", "2024年3月18日", "农历甲辰年二月初八", "今日一版"}, ArticleType::masthead);
    EXPECT_EQ(other.assemble().warnings,
              (Warnings{{WarningKind::wrong_lunar_date,
                         {"农历甲辰年二月初八", "2024-03-18", "农历甲辰年二月初九"}}}));
}

TEST(AssembleIssue, JoinsByAJumpMarkOfWhichOneCharacterIsDoubtful) {
    Press press;
    press.begin_page(1);
    press.print({"春耕"}, {"甲", "（下的二版）"});
    press.begin_page(2);
    press.print({}, {"（上接一版）", "乙"});
    press.doubt({1, 2}, 2, {{"的", 0.5}});
    const Issue issue = press.assemble();
    ASSERT_EQ(issue.articles.size(), 1U);
    EXPECT_EQ(texts_of(issue.articles[0]), (Lines{"春耕", "甲", "乙"}));
}

TEST(AssembleIssue, TakesNoPageFromADoubtfulJumpMark) {
    Press press;
    press.begin_page(1);
    press.print({"春耕"}, {"甲", "（下转的版）"});
    press.doubt({1, 2}, 3, {{"的", 0.5}});
    press.begin_page(2);
    press.print({}, {"（上接一版）", "乙"});
    EXPECT_EQ(press.assemble().articles.size(), 2U);
}

TEST(AssembleIssue, PointsIndexLinesToTheirArticles) {
    Press press;
    press.begin_page(1);
    press.print(
        {}, {"今日要目", "清河大桥昨合龙（详见二版）", "农机跑在农时前……2版", "没有的文章 二版", "春耕 九版"},
        ArticleType::index);
    press.begin_page(2);
    press.print({"清河大桥主桥昨日合龙"}, {"甲"});
    press.print({"农机跑在农时前"}, {"乙"});
    const Issue issue = press.assemble();
    const std::vector<Pointer>& pointers = issue.articles[0].pointers;
    ASSERT_EQ(pointers.size(), 2U);
    EXPECT_EQ(pointers[0].line, (LineId{1, 1}));
    EXPECT_EQ(pointers[0].article, "x-i0201");
    EXPECT_EQ(pointers[1].article, "x-i0202");
    EXPECT_EQ(pointers[1].page, 2);
}

TEST(AssembleIssue, TakesTheTwoLinesOfAnIndexEntryTogether) {
    Press press;
    press.begin_page(1);
    press.print({"今日导读"}, {"▶清河大桥主桥", "昨日合龙（二版）", "▶农机跑在农时前（2版）"},
                ArticleType::index);
    press.begin_page(2);
    press.print({"清河大桥主桥昨日合龙"}, {"甲"});
    press.print({"农机跑在农时前"}, {"乙"});
    const Issue issue = press.assemble();
    ASSERT_EQ(issue.articles[0].blocks.size(), 3U);  // the headline and two entries
    EXPECT_EQ(issue.articles[0].blocks[1].lines.size(), 2U);
    ASSERT_EQ(issue.articles[0].pointers.size(), 2U);
    EXPECT_EQ(issue.articles[0].pointers[0].article, "x-i0201");
}

TEST(AssembleIssue, PointsNowhereWhereTwoArticlesAreAlike) {
    Press press;
    press.begin_page(1);
    press.print({}, {"清河大桥合龙 二版"}, ArticleType::index);
    press.begin_page(2);
    press.print({"清河大桥合龙侧记"}, {"甲"});
    press.print({"清河大桥合龙之后"}, {"乙"});
    EXPECT_TRUE(press.assemble().articles[0].pointers.empty());
}

TEST(AssembleIssue, KeepsAFailedPageWithoutArticles) {
    std::vector<PageText> pages(2);
    pages[0].info = {.number = 1, .status = PageStatus::failed, .error = "cut short"};
    pages[1].info = {.number = 2};
    const Issue issue = assemble_issue(pages, {.name = "x"});
    ASSERT_EQ(issue.pages.size(), 2U);
    EXPECT_EQ(issue.pages[0].status, PageStatus::failed);
    EXPECT_TRUE(issue.articles.empty());
    EXPECT_TRUE(assemble_issue({}, {}).pages.empty());
}

}  // namespace
}  // namespace banwen
