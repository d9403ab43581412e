// The last rooms on random lines: they must end, keep every line in one place, and give offsets within the
// text.
#include <random>

#include <gtest/gtest.h>

#include "core/ledger.h"
#include "issue/assemble_issue.h"
#include "support/printed_lines.h"
#include "text/clean_text.h"

namespace banwen {
namespace {

// Characters that the rooms' rules look at, thrown together.
std::string random_text(std::mt19937& random) {
    constexpr std::u32string_view kAlphabet =
        U"一二三十版第下转上接记者通讯员摄本报讯新华社电年月日（）()“”\"'‘’，。、：,.:;?!…·—--% "
        U"　aBc12１Ａ\u00AD\uFFFD△";
    std::u32string text;
    for (auto size = random() % 16; size > 0; --size)
        text += kAlphabet[random() % kAlphabet.size()];
    return to_utf8(text);
}

PageText random_page(std::mt19937& random, int number) {
    PageText page;
    page.info.number = number;
    int next = 0;
    for (auto articles = random() % 5; articles > 0; --articles) {
        Article article{.type = static_cast<ArticleType>(random() % 8), .pages = {number}};
        for (auto blocks = random() % 5; blocks > 0; --blocks) {
            Block block{static_cast<BlockKind>(random() % 6), {}, ""};
            for (auto lines = random() % 6; lines > 0; --lines)
                block.lines.push_back(printed_line(random_text(random), static_cast<int>(random() % 600),
                                                   static_cast<int>(random() % 600), {number, next++}));
            article.blocks.push_back(block);
        }
        page.articles.push_back(article);
    }
    page.info.lines = next;
    return page;
}

void expect_within(int start, int end, const std::string& text) {
    EXPECT_GE(start, 0);
    EXPECT_LE(start, end);
    EXPECT_LE(static_cast<std::size_t>(end), from_utf8(text).size());
}

TEST(LastRooms, StandAnyText) {
    std::mt19937 random(2024);
    for (int round = 0; round < 2000; ++round) {
        const std::vector<PageText> pages = {random_page(random, 1), random_page(random, 2)};
        const Issue issue = clean_text(assemble_issue(pages, {.name = "x"}), {});
        const std::vector<std::string> problems = find_unaccounted(issue);
        ASSERT_TRUE(problems.empty()) << "round " << round << ": " << problems.front();
        for (const Article& article : issue.articles) {
            const std::string text = running_text(article);
            for (const Byline& byline : article.bylines)
                expect_within(byline.start, byline.end, text);
            if (article.dateline) expect_within(article.dateline->start, article.dateline->end, text);
        }
    }
}

}  // namespace
}  // namespace banwen
