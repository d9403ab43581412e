// The issue and text rooms on truth lines: with nothing misread and nothing in the wrong place, the articles
// must come out as they were printed.
#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/characters.h"
#include "core/ledger.h"
#include "issue/assemble_issue.h"
#include "score/score_issue.h"
#include "support/truth_pages.h"
#include "text/clean_text.h"
#include "write/verify_ledger.h"
#include "write/write_issue.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

class TruthWalk : public testing::TestWithParam<bool> {
  protected:
    static fs::path truth() {
        const char* other = std::getenv("BANWEN_TRUTH");
        return other ? fs::path(other) : fs::path(BANWEN_SAMPLES) / "liuxi-2024-03-18/truth.json";
    }
    TruthPages pages_ = read_truth_pages(truth(), GetParam());
    Issue walk() { return clean_text(assemble_issue(pages_.pages, {.name = "sample"}), {}); }
};

// A gap that falls on a line's end is not printed: spaces are left out on both sides.
std::string without_spaces(const std::string& text) {
    std::string out = text;
    std::erase(out, ' ');
    return out;
}

std::string span(const std::string& text, int start, int end) {
    const auto from = static_cast<std::size_t>(start), to = static_cast<std::size_t>(end);
    return without_spaces(to_utf8(from_utf8(text).substr(from, to - from)));
}

void expect_bylines(const Article& article, const Json& printed) {
    ASSERT_EQ(article.bylines.size(), printed["bylines"].size()) << printed["id"];
    const std::string text = running_text(article);
    for (std::size_t b = 0; b < article.bylines.size(); ++b) {
        const Byline& byline = article.bylines[b];
        const Json& wanted = printed["bylines"][b];
        EXPECT_EQ(byline.role, wanted["role"]) << printed["id"];
        EXPECT_EQ(byline.name, wanted["name"]) << printed["id"];
        EXPECT_EQ(span(text, byline.start, byline.end),
                  span(printed["text"], wanted["start"], wanted["end"]));
    }
}

void expect_dateline(const Article& article, const Json& printed) {
    const Json& wanted = printed["dateline"];
    if (wanted.is_null()) return;
    ASSERT_TRUE(article.dateline) << printed["id"];
    EXPECT_EQ(article.dateline->place, wanted["place"]) << printed["id"];
    EXPECT_EQ(article.dateline->agency, wanted["agency"]) << printed["id"];
    EXPECT_EQ(article.dateline->start, wanted["start"]) << printed["id"];
    EXPECT_EQ(article.dateline->end, wanted["end"]) << printed["id"];
}

TEST_P(TruthWalk, GivesTheArticlesAsPrinted) {
    const Issue issue = walk();
    ASSERT_EQ(issue.articles.size(), pages_.truth["articles"].size());
    for (std::size_t i = 0; i < issue.articles.size(); ++i) {
        const Article& article = issue.articles[i];
        const Json& printed = pages_.truth["articles"][i];
        const std::string id = printed["id"];
        const auto expect_field = [&](BlockKind kind, const std::string& wanted) {
            EXPECT_EQ(without_spaces(text_of(article, kind)), without_spaces(wanted)) << id;
        };
        expect_field(BlockKind::title, printed["title"]);
        expect_field(BlockKind::kicker, printed["kicker"]);
        expect_field(BlockKind::subtitle, printed["subtitle"]);
        expect_field(BlockKind::caption, printed["captions"].empty() ? Json("") : printed["captions"][0]);
        EXPECT_EQ(without_spaces(running_text(article)), without_spaces(printed["text"])) << id;
        EXPECT_EQ(article.pages, printed["pages"].get<std::vector<int>>()) << id;
        EXPECT_EQ(article.jump.has_value(), !printed["jump"].is_null()) << id;
        expect_bylines(article, printed);
        expect_dateline(article, printed);
    }
}

TEST_P(TruthWalk, ReadsTheMasthead) {
    const Issue issue = walk();
    EXPECT_EQ(issue.masthead.name, pages_.truth["masthead"]["name"]);
    EXPECT_EQ(issue.masthead.date, pages_.truth["masthead"]["date"]);
    EXPECT_EQ(issue.masthead.weekday, pages_.truth["masthead"]["weekday"]);
    EXPECT_EQ(issue.masthead.issue_number, pages_.truth["masthead"]["issue_number"]);
    EXPECT_EQ(issue.date, pages_.truth["date"]);
    EXPECT_EQ(issue.pages.back().label, pages_.truth["pages"].back()["label"]);
    EXPECT_TRUE(issue.warnings.empty()) << in_english(issue.warnings.front());
}

TEST_P(TruthWalk, AccountsForEveryLine) {
    const std::vector<std::string> problems = find_unaccounted(walk());
    EXPECT_TRUE(problems.empty()) << problems.front();
}

TEST_P(TruthWalk, ScoresAsWithoutError) {
    const fs::path output = fs::path(testing::TempDir()) / ("truth_walk" + std::to_string(GetParam()));
    fs::remove_all(output);
    write_issue(walk(), output, {});
    EXPECT_THAT(verify_ledger(output / "sample"), testing::IsEmpty());
    const Score score = score_issue(truth(), output / "sample", {});
    fs::remove_all(output);
    EXPECT_EQ(score.at("art_ned"), 0);
    EXPECT_EQ(score.at("art_f1"), 1);
    EXPECT_EQ(score.at("page_ned"), 0);
    EXPECT_EQ(score.at("cer_caption"), 0);
    EXPECT_EQ(score.at("cer_masthead"), 0);
}

INSTANTIATE_TEST_SUITE_P(AsPrintedAndAsRead, TruthWalk, testing::Bool());

}  // namespace
}  // namespace banwen
