#include "score/score_issue.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::Key;
using testing::Not;

// A truth with two articles, a folio, a caption and four lines in two columns, and results against it.
class ScoreIssue : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) /
                  ("score_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "out");
        write("truth.json", R"({"schema":"banwen-truth/1","pages":[{"number":1,
 "regions":[{"id":"r1","mode":"horizontal"}],
 "lines":[{"id":"a","box":[0,0,100,20],"kind":"body","region":"r1"},{"id":"b","box":[0,30,100,20],"kind":"body"},
          {"id":"c","box":[120,0,100,20],"kind":"body"},{"id":"d","box":[120,30,100,20],"kind":"body"},
          {"id":"f","box":[0,60,100,20],"kind":"folio"}],
 "order":["a","b","c","d","f"]}],
"articles":[{"type":"article","title":"春耕正忙","text":"田里的水渐渐满了。\n人们下田插秧。","captions":["田间一景"]},
 {"type":"article","title":"新桥通车","text":"河上的新桥今日通车，两岸的人不再绕路。"},
 {"type":"folio","text":"第二版"}]})");
    }
    void TearDown() override { fs::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    Score score_of(const std::string& articles, const std::string& lines = "",
                   const ScoreOptions& options = {}) {
        write("out/articles.jsonl", articles);
        if (!lines.empty()) write("out/lines.jsonl", lines);
        return score_issue(folder_ / "truth.json", folder_ / "out", options);
    }

    fs::path folder_;
    const std::string first_ =
        R"({"type":"article","title":"春耕正忙","text":"田里的水渐渐满了。\n人们下田插秧。","captions":["田间一景"]})"
        "\n";
    const std::string second_ =
        R"({"type":"article","title":"新桥通车","text":"河上的新桥今日通车，两岸的人不再绕路。"})"
        "\n";
    const std::string folio_ = R"({"type":"folio","text":"第二版"})"
                               "\n";
};

TEST_F(ScoreIssue, FindsNothingWrongWithTheTruthItself) {
    const Score score = score_of(first_ + second_ + folio_);
    EXPECT_EQ(score.at("art_ned"), 0);
    EXPECT_EQ(score.at("art_f1"), 1);
    EXPECT_EQ(score.at("page_ned"), 0);
    EXPECT_EQ(score.at("bag_f1"), 1);
    EXPECT_EQ(score.at("dup"), 0);
    EXPECT_EQ(score.at("lost"), 0);
    EXPECT_EQ(score.at("gone"), 0);
    EXPECT_EQ(score.at("cer_headline"), 0);
    EXPECT_EQ(score.at("cer_body"), 0);
    EXPECT_EQ(score.at("cer_caption"), 0);
    EXPECT_EQ(score.at("cer_masthead"), 0);
    EXPECT_THAT(score, Not(Contains(Key("line_f1"))));
}

TEST_F(ScoreIssue, ChargesWrongOrderToThePageAndNotToTheArticles) {
    const Score score = score_of(second_ + folio_ + first_);
    EXPECT_EQ(score.at("art_ned"), 0);
    EXPECT_EQ(score.at("bag_f1"), 1);
    EXPECT_GT(score.at("page_ned"), 0.5);
}

TEST_F(ScoreIssue, CountsAMissingArticleWhole) {
    const Score score = score_of(first_ + folio_);
    EXPECT_DOUBLE_EQ(score.at("art_ned"), 0.5);
    EXPECT_DOUBLE_EQ(score.at("art_f1"), 2.0 / 3);
    EXPECT_GT(score.at("gone"), 0.3);
    EXPECT_GT(score.at("lost"), 0.4);
}

TEST_F(ScoreIssue, CountsAnInventedArticleWhole) {
    const Score score = score_of(first_ + second_ + R"({"type":"article","text":"天地玄黄宇宙洪荒"})");
    EXPECT_DOUBLE_EQ(score.at("art_ned"), 1.0 / 3);
    EXPECT_DOUBLE_EQ(score.at("cer_masthead"), 1);
}

TEST_F(ScoreIssue, SeesTextThatStandsTwice) {
    const Score once = score_of(first_ + second_);
    const Score twice = score_of(first_ + second_ + second_);
    EXPECT_EQ(once.at("dup"), 0);
    EXPECT_GT(twice.at("dup"), 0.4);
    EXPECT_EQ(twice.at("lost"), 0);
}

// The truth's articles have 20 and 23 characters, 36 8-grams in all.
TEST_F(ScoreIssue, CountsAMergedPairAsOneArticleWithTooMuchAndOneThatIsMissing) {
    const Score score = score_of(
        R"({"type":"article","title":"春耕正忙","text":"田里的水渐渐满了。\n人们下田插秧。\n新桥通车\n河上的新桥今日通车，两岸的人不再绕路。"})");
    EXPECT_DOUBLE_EQ(score.at("art_ned"), (20.0 / 43 + 1) / 2);
    EXPECT_EQ(score.at("art_f1"), 0);
    EXPECT_EQ(score.at("page_ned"), 0);
    EXPECT_EQ(score.at("lost"), 0);
}

TEST_F(ScoreIssue, CountsASplitArticleAsOneCutShortAndOneInvented) {
    const Score score =
        score_of(first_ + R"({"type":"article","title":"新桥通车","text":"河上的新桥今日通车，"}
{"type":"article","text":"两岸的人不再绕路。"})");
    EXPECT_DOUBLE_EQ(score.at("art_ned"), (0 + 9.0 / 23 + 1) / 3);
    EXPECT_DOUBLE_EQ(score.at("art_f1"), 2.0 / 5);
    EXPECT_EQ(score.at("page_ned"), 0);
}

TEST_F(ScoreIssue, SeesAParagraphThatStandsTwice) {
    const Score score = score_of(
        R"({"type":"article","title":"春耕正忙","text":"田里的水渐渐满了。\n田里的水渐渐满了。\n人们下田插秧。"})"
        "\n" +
        second_);
    EXPECT_DOUBLE_EQ(score.at("dup"), 2.0 / 36);
    EXPECT_EQ(score.at("lost"), 0);
    EXPECT_DOUBLE_EQ(score.at("page_ned"), 9.0 / 52);
    EXPECT_DOUBLE_EQ(score.at("art_ned"), 9.0 / 29 / 2);
}

TEST_F(ScoreIssue, CountsALostLine) {
    const Score score = score_of(R"({"type":"article","title":"春耕正忙","text":"田里的水渐渐满了。"})"
                                 "\n" +
                                 second_);
    EXPECT_DOUBLE_EQ(score.at("page_ned"), 7.0 / 43);
    EXPECT_DOUBLE_EQ(score.at("bag_f1"), 2.0 * 36 / (43 + 36));
    // 14 of the grams hold a character of the line; one, its stop and what follows, stands there all the
    // same.
    EXPECT_DOUBLE_EQ(score.at("lost"), 13.0 / 36);
    EXPECT_DOUBLE_EQ(score.at("cer_body"), 7.0 / (16 + 19));
    EXPECT_EQ(score.at("cer_headline"), 0);
}

TEST_F(ScoreIssue, ChargesAShuffledColumnToTheOrderAndNotToTheCharacters) {
    const Score score = score_of(
        first_ + R"({"type":"article","title":"新桥通车","text":"两岸的人不再绕路。\n河上的新桥今日通车，"})",
        R"({"page":1,"box":[120,0,100,20],"text":""}
{"page":1,"box":[120,30,100,20],"text":""}
{"page":1,"box":[0,0,100,20],"text":""}
{"page":1,"box":[0,30,100,20],"text":""})");
    EXPECT_DOUBLE_EQ(score.at("page_ned"), 18.0 / 43);
    EXPECT_EQ(score.at("bag_f1"), 1);
    EXPECT_EQ(score.at("gone"), 0);
    EXPECT_DOUBLE_EQ(score.at("order"), 1);
}

TEST_F(ScoreIssue, TellsHeadlinesCaptionsAndMastheadsApart) {
    const Score score = score_of(
        R"({"type":"article","title":"春排正忙","text":"田里的水渐渐满了。\n人们下田插秧。","captions":["田问一景"]})"
        "\n" +
        second_ + R"({"type":"folio","text":"第三版"})");
    EXPECT_DOUBLE_EQ(score.at("cer_headline"), 1.0 / 8);
    EXPECT_EQ(score.at("cer_body"), 0);
    EXPECT_DOUBLE_EQ(score.at("cer_caption"), 1.0 / 4);
    EXPECT_DOUBLE_EQ(score.at("cer_masthead"), 1.0 / 3);
}

TEST_F(ScoreIssue, DoesNotChargeCharactersThatTheModelCannotWrite) {
    const std::string wrong =
        R"({"type":"article","title":"新桥通车","text":"河上的新挢今日通车，两岸的人不再绕路。"})";
    EXPECT_GT(score_of(first_ + wrong).at("cer_body"), 0);
    const Score apart = score_of(first_ + wrong, "", {.unwritable = U"桥"});
    EXPECT_EQ(apart.at("cer_body"), 0);
    EXPECT_DOUBLE_EQ(apart.at("unwritable"), 2.0 / 43);
}

TEST_F(ScoreIssue, ComparesAPlainTextWithEverythingThatIsPrinted) {
    write("page.txt",
          "春耕正忙\n田里的水渐渐满了。\n人们下田插秧。\n田间一景\n新桥通车\n"
          "河上的新桥今日通车，两岸的人不再绕路。\n第二版\n");
    const Score score = score_issue(folder_ / "truth.json", folder_ / "page.txt", {});
    EXPECT_EQ(score.at("page_ned"), 0);
    EXPECT_THAT(score, Not(Contains(Key("art_ned"))));
}

TEST_F(ScoreIssue, ReadsAFolderOfTextsInTheOrderOfTheirNames) {
    fs::create_directories(folder_ / "texts");
    write("texts/page-02.txt", "新桥通车\n河上的新桥今日通车，两岸的人不再绕路。\n第二版\n");
    write("texts/page-01.txt", "春耕正忙\n田里的水渐渐满了。\n人们下田插秧。\n田间一景\n");
    EXPECT_EQ(score_issue(folder_ / "truth.json", folder_ / "texts", {}).at("page_ned"), 0);
}

TEST_F(ScoreIssue, FindsLinesAndTheirOrder) {
    const std::string across = R"({"page":1,"box":[1,0,99,18],"text":""}
{"page":1,"box":[120,1,100,20],"text":""}
{"page":1,"box":[0,31,100,20],"text":""}
{"page":1,"box":[119,30,100,22],"text":""}
{"page":1,"box":[0,61,100,20],"text":""})";
    const Score score = score_of(first_ + second_ + folio_, across);
    EXPECT_EQ(score.at("line_f1"), 1);
    EXPECT_DOUBLE_EQ(score.at("order"), 0.5);
}

TEST_F(ScoreIssue, ReadsAnArticleThatIsCarriedOverToItsEnd) {
    write("jump.json", R"({"schema":"banwen-truth/1","pages":[
 {"number":1,"lines":[{"id":"a","box":[0,0,100,20],"kind":"body","article":"a1"}],"order":["a"]},
 {"number":2,"lines":[{"id":"b","box":[0,0,100,20],"kind":"body","article":"a2"},
                      {"id":"c","box":[0,30,100,20],"kind":"body","article":"a1"}],"order":["b","c"]}],
 "articles":[{"id":"a1","type":"article"},{"id":"a2","type":"article"}]})");
    const std::string first = R"({"page":1,"box":[0,0,100,20]})",
                      carried = R"({"page":2,"box":[0,30,100,20]})",
                      other = R"({"page":2,"box":[0,0,100,20]})";
    const auto order = [&](const std::string& lines) {
        write("out/articles.jsonl", first_);
        write("out/lines.jsonl", lines);
        return score_issue(folder_ / "jump.json", folder_ / "out", {}).at("order");
    };
    EXPECT_EQ(order(first + "\n" + carried + "\n" + other), 0);
    EXPECT_DOUBLE_EQ(order(first + "\n" + other + "\n" + carried), 2.0 / 3);
}

TEST_F(ScoreIssue, CallsALineOverTwoColumnsWrong) {
    const std::string merged = R"({"page":1,"box":[0,0,220,20],"text":""}
{"page":1,"box":[0,30,100,20],"text":""})";
    EXPECT_DOUBLE_EQ(score_of(first_, merged).at("line_f1"), 2.0 / 7);
}

TEST_F(ScoreIssue, ReadsATruthMadeOfBlocks) {
    write("blocks.json", R"([{"order":1,"category":"title","poly":[0,0,100,0,100,20,0,20],"text":"春耕正忙",
 "lines":[{"poly":[0,0,50,0,50,20,0,20],"text":"春耕"},{"poly":[52,0,100,0,100,20,52,20],"text":"正忙"}]},
 {"order":-1,"category":"figure","poly":[0,0,9,0,9,9,0,9],"text":"","ignore":false}])");
    write("out/articles.jsonl", R"({"type":"article","title":"春耕正忙"})");
    write("out/lines.jsonl", R"({"page":1,"box":[0,0,101,21],"text":"春耕正忙"})");
    const Score score = score_issue(folder_ / "blocks.json", folder_ / "out", {});
    EXPECT_EQ(score.at("page_ned"), 0);
    EXPECT_EQ(score.at("line_f1"), 1);
    EXPECT_EQ(score.at("order"), 0);
}

TEST_F(ScoreIssue, FindsSomeBlocksInTheWholeText) {
    write("part.json", R"({"blocks":[{"text":"今日通车"},{"text":"天地玄黄"}]})");
    write("out/articles.jsonl", first_ + second_);
    EXPECT_DOUBLE_EQ(score_issue(folder_ / "part.json", folder_ / "out", {}).at("cer_blocks"), 0.5);
}

TEST_F(ScoreIssue, TakesTheOnlyIssueOfAnOutputFolder) {
    write("out/articles.jsonl", first_ + second_);
    EXPECT_EQ(score_issue(folder_ / "truth.json", folder_, {}).at("art_ned"), 0);
}

TEST_F(ScoreIssue, RefusesWhatItCannotRead) {
    write("bad.json", "{");
    write("other.json", "{\"a\":1}");
    write("out/articles.jsonl", first_);
    for (const char* truth : {"bad.json", "other.json", "missing.json"})
        EXPECT_THROW(score_issue(folder_ / truth, folder_ / "out", {}), Error) << truth;
    fs::create_directories(folder_ / "empty");
    EXPECT_THROW(score_issue(folder_ / "truth.json", folder_ / "empty", {}), Error);
    EXPECT_THROW(score_issue(folder_ / "truth.json", folder_ / "missing.txt", {}), Error);
    write("out/articles.jsonl", "not json\n");
    EXPECT_THROW(score_issue(folder_ / "truth.json", folder_ / "out", {}), Error);
}

}  // namespace
}  // namespace banwen
