// Copy that is not from the bank: every character of GB 2312, figures, and documentation of Debian packages.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "copy_source.h"
#include "documentation_copy.h"
#include "figure_copy.h"
#include "gb2312_copy.h"
#include "unicode.h"
#include "whole_issue.h"

namespace banwen::newsprint {
namespace {

namespace fs = std::filesystem;
using std::u32string;

u32string bodies_of(const std::vector<Story>& stories) {
    u32string text;
    for (const Story& story : stories)
        for (const Paragraph& paragraph : story.paragraphs)
            text += paragraph.text;
    return text;
}

TEST(Gb2312Characters, AreThe6763OfTheStandardInItsOrder) {
    const u32string characters = gb2312_characters();
    EXPECT_EQ(characters.size(), 6763U);
    EXPECT_EQ(std::set<char32_t>(characters.begin(), characters.end()).size(), 6763U);
    EXPECT_EQ(characters.front(), U'啊');
    EXPECT_EQ(characters.back(), U'齄');
}

TEST(MakeGb2312Copy, UsesEachCharacterOnceAndNoOther) {
    Dice dice(1);
    u32string text = bodies_of(make_gb2312_copy(dice));
    std::erase_if(text, [](char32_t c) { return c < 0x4E00 || c > 0x9FFF; });
    std::sort(text.begin(), text.end());
    u32string characters = gb2312_characters();
    std::sort(characters.begin(), characters.end());
    EXPECT_TRUE(text == characters);
}

TEST(MakeGb2312Copy, FollowsTheSeed) {
    const auto copy = [](std::uint64_t seed) { return bodies_of(gather_copy({Content::gb2312, "", seed})); };
    EXPECT_EQ(copy(1), copy(1));
    EXPECT_NE(copy(1), copy(2));
}

TEST(PlanWholeIssue, PrintsEveryCharacterOfGb2312) {
    const TypeCase type_case;
    IssueWishes wishes;
    wishes.seed = 5;
    const Issue issue = plan_whole_issue(type_case, gather_copy({Content::gb2312, "", wishes.seed}), wishes);
    std::set<char32_t> printed;
    for (const Sheet& sheet : issue.sheets)
        for (const PlacedLine& line : sheet.lines)
            if (line.kind == Kind::body) printed.insert(line.text.begin(), line.text.end());
    for (const char32_t c : gb2312_characters())
        EXPECT_TRUE(printed.contains(c)) << to_utf8(u32string(1, c));
}

TEST(MakeFigureCopy, ShowsFiguresInAllTheirForms) {
    Dice dice(1);
    const std::vector<Story> stories = make_figure_copy(60, dice);
    EXPECT_EQ(stories.size(), 60U);
    const std::string text = to_utf8(bodies_of(stories));
    for (const char* form :
         {"℃", "‰", "%", "№", "①", "±", "∶", "′", "〇", "@", "www.", "，", "“", "‘", "《", "——", "……"})
        EXPECT_THAT(text, testing::HasSubstr(form));
    for (const Story& story : stories) {
        EXPECT_FALSE(story.title.empty());
        for (const Paragraph& paragraph : story.paragraphs)
            EXPECT_EQ(lonely_mark(paragraph.text), 0U) << to_utf8(paragraph.text);
    }
}

TEST(SentencesIn, AreTheProseOfTheDocument) {
    const std::string html =
        "<html><head><title>标题不是句子</title><script>var a = "
        "\"这里是程序，不是正文。\";</script></head><body>"
        "<p>点击「<b>插入</b>」菜单，\n  再选择 <a href=\"x\">图形</a>，就可以了。这一句太短。\n"
        "这一句没有停下来的地方就到了一段的末尾</p><p>Only English words stand in this sentence。</p>"
        "<p>运行命令foo "
        "--bar=1会得到同样的结果，请不要这样做。</p><p>這裡的句子是繁體字，不應該被選進來。</p>"
        "<p>引号“没有成对出现的句子也不应该被选进来。</p>"
        "<p>在Writer 7.4中打开刚才的文档，保存以后再把它关闭。</p>";
    std::vector<std::string> found;
    for (const u32string& sentence : sentences_in(html))
        found.push_back(to_utf8(sentence));
    EXPECT_THAT(found, testing::ElementsAre("点击“插入”菜单，再选择图形，就可以了。",
                                            "在Writer 7.4中打开刚才的文档，保存以后再把它关闭。"));
}

// A folder of HTML as a package installs it, made from the bank.
class Documentation : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) / "newsprint-documentation";
        fs::remove_all(folder_);
        fs::create_directories(folder_ / "text");
        std::ofstream out(folder_ / "text" / "page.html");
        for (const std::uint64_t seed : {std::uint64_t{1}, kFirstJudgingSeed})
            for (const Story& story : gather_copy({Content::prose, NEWSPRINT_PROSE, seed}))
                for (const Paragraph& paragraph : story.paragraphs)
                    out << "<p>" << to_utf8(paragraph.text) << "</p>\n";
    }
    void TearDown() override { fs::remove_all(folder_); }

    CopyOrder order(std::uint64_t seed) const { return {Content::prose, folder_.string(), seed, 1}; }

    fs::path folder_;
};

TEST_F(Documentation, IsDividedBetweenTuningAndJudging) {
    const auto tuning = read_sentences(folder_.string(), Half::tuning);
    const auto judging = read_sentences(folder_.string(), Half::judging);
    const std::set<u32string> seen(tuning.begin(), tuning.end());
    for (const u32string& sentence : judging)
        EXPECT_FALSE(seen.contains(sentence)) << to_utf8(sentence);
    EXPECT_LT(tuning.size(), 2 * judging.size());
    EXPECT_LT(judging.size(), 2 * tuning.size());
}

TEST_F(Documentation, IsShuffledBySeedAndGetsHeadings) {
    const std::vector<Story> stories = gather_copy(order(1));
    EXPECT_THAT(stories, testing::SizeIs(30));
    for (const Story& story : stories)
        EXPECT_THAT(story.title.size(), testing::AllOf(testing::Ge(4U), testing::Le(14U)));
    EXPECT_EQ(bodies_of(stories), bodies_of(gather_copy(order(1))));
    EXPECT_NE(bodies_of(stories), bodies_of(gather_copy(order(2))));
}

TEST_F(Documentation, IsRefusedWhenItHasTooFewSentences) {
    std::ofstream(folder_ / "text" / "page.html") << "<p>这里只有一个完整的句子，别的什么也没有。</p>";
    EXPECT_THROW(gather_copy(order(1)), std::runtime_error);
}

}  // namespace
}  // namespace banwen::newsprint
