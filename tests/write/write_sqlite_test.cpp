#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/characters.h"
#include "support/run_program.h"
#include "support/temp_folder.h"
#include "write/bigrams.h"
#include "write/database.h"
#include "write/search_articles.h"
#include "write/written_sample.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> found(const fs::path& folder, const std::string& words) {
    std::vector<std::string> ids;
    for (const Hit& hit : search_articles(folder, words))
        ids.push_back(hit.article);
    return ids;
}

class WriteSqlite : public testing::Test {
  protected:
    test::TempFolder out_;
    fs::path folder_ = test::write_all_formats(test::printed_sample(), out_.path());
};

TEST_F(WriteSqlite, HoldsTheTextOfEachArticle) {
    Database database = Database::open(folder_ / "articles.sqlite");
    Statement row = database.prepare("SELECT id, title, text, captions FROM articles ORDER BY key");
    for (const Article& article : test::printed_sample().articles) {
        ASSERT_TRUE(row.step());
        EXPECT_EQ(row.text(0), article.id);
        EXPECT_EQ(row.text(1), text_of(article, BlockKind::title));
        EXPECT_EQ(row.text(2), running_text(article));
        EXPECT_EQ(row.text(3), text_of(article, BlockKind::caption));
    }
    EXPECT_FALSE(row.step());
}

TEST_F(WriteSqlite, FindsWordsOfOneTwoAndFourCharacters) {
    for (const Article& article : test::printed_sample().articles) {
        const std::u32string text = from_utf8(running_text(article));
        for (const std::size_t length : {1U, 2U, 4U})
            for (std::size_t i = 0; i + length <= text.size(); i += 7) {
                const std::u32string word = text.substr(i, length);
                if (!std::all_of(word.begin(), word.end(), is_han)) continue;
                EXPECT_THAT(found(folder_, to_utf8(word)), Contains(article.id)) << to_utf8(word);
            }
    }
}

TEST_F(WriteSqlite, FindsWordsOverSeamsOfColumnsAndPages) {
    int seams = 0;
    for (const Article& article : test::printed_sample().articles)
        for (const Block& block : article.blocks)
            for (std::size_t i = 1; i < block.lines.size(); ++i) {
                const bool seam = block.lines[i].region != block.lines[i - 1].region ||
                                  block.lines[i].id.page != block.lines[i - 1].id.page;
                const auto place = static_cast<std::size_t>(block.spans[i].start);
                const std::u32string word = from_utf8(block.text).substr(place < 2 ? 0 : place - 2, 4);
                if (!seam || !std::all_of(word.begin(), word.end(), is_han)) continue;
                EXPECT_THAT(found(folder_, to_utf8(word)), Contains(article.id)) << to_utf8(word);
                ++seams;
            }
    EXPECT_GT(seams, 0);
}

TEST_F(WriteSqlite, FindsNothingThatDoesNotStandThere) {
    EXPECT_THAT(found(folder_, "龘"), IsEmpty());
    EXPECT_THAT(found(folder_, "，。"), IsEmpty());
    EXPECT_THAT(found(folder_, "\" OR 1 *"), IsEmpty());
}

TEST_F(WriteSqlite, HasAViewForTheUsualQuery) {
    Database database = Database::open(folder_ / "articles.sqlite");
    Statement row = database.prepare("SELECT id, date, text FROM search WHERE words MATCH ? ORDER BY rank");
    row.add("在*");
    ASSERT_TRUE(row.step());
    EXPECT_THAT(row.text(2), testing::HasSubstr("在"));
}

TEST(WriteSqliteHostile, KeepsTheTextAndFindsRareCharacters) {
    const test::TempFolder out;
    const Issue issue = test::hostile_sample();
    const fs::path folder = test::write_all_formats(issue, out.path());
    EXPECT_THAT(found(folder, "𠮷𪚥"), ElementsAre(issue.articles[0].id));
    EXPECT_THAT(found(folder, "春水到"), IsEmpty());
}

TEST(Bigrams, PassOverGapsAndEndAtMarks) {
    EXPECT_EQ(bigrams_of("春水 到，田\n头 GB18030"), "春水 水到 到 田 头 GB18030");
    EXPECT_EQ(bigram_query("春水到 GB"), "\"春水 水到\" AND \"GB\"");
    EXPECT_EQ(bigram_query("春水　到田 里"), "\"春水\" AND \"到田\" AND \"里\"*");
    EXPECT_EQ(bigram_query("春"), "\"春\"*");
}

TEST(Snippet, MarksTheWordWithItsGaps) {
    EXPECT_EQ(snippet_of("记者张 三报道\n春水", "张三", 1), "…者【张 三】报…");
    EXPECT_EQ(snippet_of("春水到田头", "无", 3), "春水到…");
}

}  // namespace
}  // namespace banwen
