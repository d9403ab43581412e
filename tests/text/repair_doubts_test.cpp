#include "text/repair_doubts.h"

#include <gtest/gtest.h>

#include "support/printed_lines.h"
#include "text/language.h"

namespace banwen {
namespace {

// Lines of one issue; the glyph `at` of the last one is doubtful.
Issue issue_of(const std::vector<std::string>& sure, const std::string& doubtful, std::size_t at,
               const std::vector<Reading>& readings) {
    Issue issue;
    Block block{BlockKind::body, {}, ""};
    for (const std::string& text : sure)
        block.lines.push_back(printed_line(text));
    issue.articles.push_back({.blocks = {block}});
    TextLine line = printed_line(doubtful, 0, 0, {2, 7});
    line.glyphs[at].readings = readings;
    issue.articles.push_back({.blocks = {{BlockKind::body, {line}, ""}}});
    return issue;
}

Issue repaired(Issue issue) {
    return repair_doubts(std::move(issue), Evidence::paper);
}

std::string last_line(const Issue& issue) {
    return plain_text(issue.articles.back().blocks[0].lines[0]);
}

TEST(RepairDoubts, TakesTheReadingThatTheRestOfThePaperHas) {
    const Issue issue =
        repaired(issue_of({"记者何青禾报道", "何青禾昨天说"}, "据何清禾说", 2, {{"清", 0.6}, {"青", 0.4}}));
    EXPECT_EQ(last_line(issue), "据何青禾说");
    ASSERT_EQ(issue.ledger.size(), 1U);
    EXPECT_EQ(issue.ledger[0].line, (LineId{2, 7}));
    EXPECT_EQ(issue.ledger[0].text, "清");
    EXPECT_EQ(issue.ledger[0].written, "青");
    EXPECT_TRUE(issue.ledger[0].kept);
}

TEST(RepairDoubts, NeverWritesWhatNoReadingOffers) {
    const Issue issue =
        repaired(issue_of({"记者何青禾报道", "何青禾昨天说"}, "据何清禾说", 2, {{"清", 0.6}, {"请", 0.4}}));
    EXPECT_EQ(last_line(issue), "据何清禾说");
    EXPECT_TRUE(issue.ledger.empty());
}

TEST(RepairDoubts, LeavesWhatIsSureOrStandsElsewhereToo) {
    const std::vector<std::string> sure = {"记者何青禾报道", "何青禾昨天说"};
    EXPECT_EQ(last_line(repaired(issue_of(sure, "据何清禾说", 2, {{"清", 0.9}, {"青", 0.4}}))), "据何清禾说");
    const std::vector<std::string> both = {"记者何青禾报道", "何青禾昨天说", "何清禾昨天也说"};
    EXPECT_EQ(last_line(repaired(issue_of(both, "据何清禾说", 2, {{"清", 0.6}, {"青", 0.4}}))), "据何清禾说");
}

TEST(RepairDoubts, LeavesNumbersAlone) {
    const Issue issue = repaired(
        issue_of({"共有三百人", "又有三百人", "只有三百人"}, "共有二百人", 2, {{"二", 0.5}, {"三", 0.4}}));
    EXPECT_EQ(last_line(issue), "共有二百人");
}

Issue by_language(const std::string& text, std::size_t at, const std::vector<Reading>& readings) {
    return repair_doubts(issue_of({}, text, at, readings), Evidence::language);
}

TEST(RepairDoubts, TakesTheReadingThatTheLanguageHas) {
    if (!knows_language()) GTEST_SKIP() << "there is no model of the language here";
    const Issue issue = by_language("运榆计划已经完成", 1, {{"榆", 0.6}, {"输", 0.3}});
    EXPECT_EQ(last_line(issue), "运输计划已经完成");
    ASSERT_EQ(issue.ledger.size(), 1U);
    EXPECT_EQ(issue.ledger[0].text, "榆");
    EXPECT_EQ(issue.ledger[0].written, "输");
}

TEST(RepairDoubts, AsksTheLanguageOnlyAboutReadingsThatWereOffered) {
    EXPECT_EQ(last_line(by_language("运榆计划已经完成", 1, {{"榆", 0.6}, {"愉", 0.3}})), "运榆计划已经完成");
    EXPECT_EQ(last_line(by_language("运榆计划已经完成", 1, {{"榆", 0.95}, {"输", 0.04}})),
              "运榆计划已经完成");
    EXPECT_EQ(last_line(by_language("共有二百人参加", 2, {{"二", 0.5}, {"三", 0.4}})), "共有二百人参加");
}

TEST(RepairDoubts, DoesNotAskTheLanguageAboutACredit) {
    const std::vector<Reading> doubt = {{"榆", 0.6}, {"输", 0.3}};
    EXPECT_EQ(last_line(by_language("运榆计划", 1, doubt)), "运榆计划");
    if (!knows_language()) GTEST_SKIP() << "there is no model of the language here";
    EXPECT_EQ(last_line(by_language("运榆计划已", 1, doubt)), "运输计划已");
}

}  // namespace
}  // namespace banwen
