#include "score/score_run.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "score/figure_table.h"
#include "score/json_file.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

// Two issues of one article and two lines each: dawn, a worn tabloid, and dusk, which tells nothing of
// itself.
class ScoreRun : public testing::Test {
  protected:
    void SetUp() override {
        root_ = fs::path(testing::TempDir()) /
                ("run_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(root_);
        write("truth/dawn/truth.json", R"({"schema":"banwen-truth/1","kind":"tabloid","wear":"worn",
 "pages":[{"number":1,"dpi":300,"regions":[{"id":"v","mode":"vertical"}],"lines":[
  {"id":"a","text":"新桥通车","box":[0,0,20,80],"kind":"headline","region":"v","size_pt":21.4},
  {"id":"b","text":"河上的新桥今日通车。","box":[60,30,200,20],"kind":"body","size_pt":9.6}],"order":["a","b"]}],
 "articles":[{"type":"article","title":"新桥通车","text":"河上的新桥今日通车。"}]})");
        write("truth/dusk/truth.json", R"({"schema":"banwen-truth/1","pages":[],
 "articles":[{"type":"article","text":"田里的水渐渐满了。"}]})");
        write("out/dawn/articles.jsonl",
              R"({"type":"article","title":"新桥通车","text":"河上的新挢今日通车。"})");
        write("out/dawn/lines.jsonl", R"({"page":1,"box":[60,30,200,20],"text":"河上的新挢今日通车。"})");
    }
    void TearDown() override { fs::remove_all(root_); }

    void write(const fs::path& name, const std::string& text) {
        fs::create_directories((root_ / name).parent_path());
        std::ofstream(root_ / name, std::ios::binary) << text;
    }
    std::vector<ScoredIssue> run() { return score_run(root_ / "truth", root_ / "out", {}); }

    fs::path root_;
};

TEST_F(ScoreRun, PairsIssuesByTheNamesOfTheirFolders) {
    write("out/dusk.txt", "田里的水渐渐满了。");
    const std::vector<ScoredIssue> issues = run();
    ASSERT_EQ(issues.size(), 2U);
    EXPECT_EQ(issues[0].name, "dawn");
    EXPECT_DOUBLE_EQ(figures_of(issues[0].tally).at("page_ned"), 1.0 / 14);
    EXPECT_EQ(issues[1].name, "dusk");
    EXPECT_EQ(figures_of(issues[1].tally).at("page_ned"), 0);
}

TEST_F(ScoreRun, CountsAnIssueWithoutAResultAsLost) {
    const std::vector<ScoredIssue> issues = run();
    ASSERT_EQ(issues.size(), 2U);
    EXPECT_FALSE(issues[0].missing);
    EXPECT_TRUE(issues[1].missing);
    EXPECT_EQ(figures_of(issues[1].tally).at("page_ned"), 1);
    EXPECT_EQ(figures_of(issues[1].tally).at("art_ned"), 1);
}

TEST_F(ScoreRun, SumsIssuesByTheirCharacters) {
    std::vector<Tally> tallies;
    for (const ScoredIssue& issue : run())
        tallies.push_back(issue.tally);
    EXPECT_DOUBLE_EQ(figures_of(sum_of(tallies)).at("page_ned"), (1.0 + 9) / (14 + 9));
}

TEST_F(ScoreRun, GroupsIssuesByWhatTheirTruthTells) {
    const ScoredIssue dawn = run().front();
    for (const auto& [grouping, group] :
         {std::pair{"kind", "tabloid"}, std::pair{"wear", "worn"}, std::pair{"dpi", "300 dpi"}})
        EXPECT_DOUBLE_EQ(figures_of(dawn.groups.at(grouping).at(group)).at("page_ned"), 1.0 / 14) << group;
    EXPECT_TRUE(run().back().groups.empty());
}

TEST_F(ScoreRun, GroupsLinesByStyleAndSize) {
    const ScoredIssue dawn = run().front();
    const auto& styles = dawn.groups.at("style");
    EXPECT_DOUBLE_EQ(figures_of(styles.at("body")).at("cer_line"), 1.0 / 10);
    EXPECT_EQ(figures_of(styles.at("body")).at("line_recall"), 1);
    EXPECT_EQ(figures_of(styles.at("headline vertical")).at("line_recall"), 0);
    EXPECT_FALSE(figures_of(styles.at("headline vertical")).contains("cer_line"));
    EXPECT_EQ(figures_of(dawn.groups.at("size").at("10 pt")).at("line_recall"), 1);
    EXPECT_EQ(figures_of(dawn.groups.at("size").at("21 pt")).at("line_recall"), 0);
}

TEST_F(ScoreRun, TakesOneIssueByItsFolderOrItsTruth) {
    for (const char* truth : {"truth/dawn", "truth/dawn/truth.json"}) {
        const std::vector<ScoredIssue> issues = score_run(root_ / truth, root_ / "out/dawn", {});
        ASSERT_EQ(issues.size(), 1U);
        EXPECT_EQ(issues[0].name, "dawn");
    }
}

TEST_F(ScoreRun, RefusesFoldersThatHaveNothingInCommon) {
    fs::create_directories(root_ / "empty");
    EXPECT_THROW(score_run(root_ / "truth", root_ / "empty", {}), Error);
    EXPECT_THROW(score_run(root_ / "empty", root_ / "out", {}), Error);
}

TEST_F(ScoreRun, RefusesWhatItCannotLookInto) {
    fs::create_directory_symlink("dusk", root_ / "out/dusk");  // a ring of one link
    EXPECT_THROW(run(), Error);
    EXPECT_THROW(score_run(root_ / "out/dusk", root_ / "out", {}), Error);
    EXPECT_THROW(score_run(root_ / "truth/dawn", root_ / "nowhere", {}), Error);
}

TEST(FigureTable, GivesOneColumnAGroupAndADashForNothing) {
    const std::vector<FigureColumn> columns = {{"all", 2, {{"lost", {0.25, 0.125, 0.5}}}},
                                               {"worn", 1, {{"dup", {0.5, 0.5, 0.5}}}}};
    const std::string text = text_table(columns);
    EXPECT_THAT(text, testing::HasSubstr("0.2500 [0.1250, 0.5000]"));
    EXPECT_THAT(text, testing::ContainsRegex("dup +– +0.5000"));
    const JsonValue json = JsonValue::parse(json_table(columns));
    EXPECT_EQ(json["all"]["lost"]["high"], 0.5);
    EXPECT_EQ(json["worn"]["count"], 1);
}

}  // namespace
}  // namespace banwen
