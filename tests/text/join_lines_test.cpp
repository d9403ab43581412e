#include "text/join_lines.h"

#include <gtest/gtest.h>

#include "core/characters.h"
#include "support/printed_lines.h"

namespace banwen {
namespace {

TEST(JoinLines, PutsBackWhatALinesEndStoodFor) {
    struct Row {
        const char* first;
        const char* second;
        const char* expected;
    };
    const Row rows[] = {
        {"春耕正", "忙", "春耕正忙"},
        {"水位达", "12米", "水位达12米"},
        {"参加了GPS", "培训", "参加了GPS培训"},
        {"the river", "bank", "the river bank"},
        {"the end.", "Then", "the end. Then"},
        {"a develop-", "ment plan", "a development plan"},
        {"a develop\xC2\xAD", "ment plan", "a development plan"},
        {"a self-", "made man", "a self-made man"},
        {"one e-", "mail", "one e-mail"},
        {"state-of-the-", "art", "state-of-the-art"},
        {"state-", "of-the-art", "state-of-the-art"},
        {"a long-", "term plan", "a long-term plan"},
        {"a co-opera-", "tive farm", "a co-operative farm"},
        {"on Tues-", "day", "on Tuesday"},
        {"a part-", "ner", "a partner"},
        {"Anglo-", "American", "Anglo-American"},
        {"COVID-", "19", "COVID-19"},
        {"见www.example.", "com/news", "见www.example.com/news"},
        {"写信至desk@", "example.com", "写信至desk@example.com"},
        {"共收到20", "08元", "共收到2008元"},
        {"全长1.", "5公里", "全长1.5公里"},
        {"for 20", "days", "for 20 days"},
        {"本报讯（记者 林照", "陆知秋）春", "本报讯（记者 林照 陆知秋）春"},
        {"本报讯（通讯员", "苗苗）春", "本报讯（通讯员 苗苗）春"},
        {"本报讯（记者 何青", "禾）春", "本报讯（记者 何青禾）春"},
        {"（记者 何青禾）春耕", "夏耘", "（记者 何青禾）春耕夏耘"},
        {"", "春", "春"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(to_utf8(join_lines({printed_line(row.first), printed_line(row.second)}).text), row.expected)
            << row.first;
}

TEST(JoinLines, GoesByHowThePaperWritesAWordElsewhere) {
    const auto joined = [](const char* first, const char* second, const PaperWords& words) {
        return to_utf8(join_lines({printed_line(first), printed_line(second)}, words).text);
    };
    EXPECT_EQ(joined("by re-", "forms", {.words = {U"re-forms"}}), "by re-forms");
    EXPECT_EQ(joined("by re-", "forms", {}), "by reforms");
    EXPECT_EQ(joined("a long-", "term plan", {.words = {U"longterm"}}), "a longterm plan");
    EXPECT_EQ(joined("功率29.4", "kW", {.words = {}, .units_apart = 2}), "功率29.4 kW");
    EXPECT_EQ(joined("功率29.4", "kW", {.words = {}, .units_apart = 2, .units_close = 3}), "功率29.4kW");
}

TEST(FindPaperWords, TakesOnlyWordsThatStandWholeWithinALine) {
    Issue issue;
    issue.articles.push_back(
        {.blocks = {{BlockKind::body, {printed_line("cut The well-known Road 5 km 8kW end")}, ""}}});
    const PaperWords words = find_paper_words(issue);
    EXPECT_EQ(words.words, (std::set<std::u32string>{U"the", U"well-known", U"road", U"km", U"kw"}));
    EXPECT_EQ(words.units_apart, 1U);
    EXPECT_EQ(words.units_close, 1U);
}

TEST(JoinLines, KeepsGapsOfThePrintWithinALine) {
    EXPECT_EQ(join_lines({printed_line("记者 甲"), printed_line("乙")}).text, U"记者 甲乙");
}

TEST(JoinLines, ComposesCharacters) {
    TextLine line = printed_line("x");
    line.glyphs[0].readings[0].text = "e\xCC\x81";
    EXPECT_EQ(join_lines({line}).text, U"é");
}

TEST(JoinLines, KnowsTheGlyphOfEachCharacter) {
    const std::vector<TextLine> lines = {printed_line("ab-"), printed_line("cd")};
    const SourcedText text = join_lines(lines);
    ASSERT_EQ(text.text, U"abcd");
    EXPECT_EQ(text.source[1], &lines[0].glyphs[1]);
    EXPECT_EQ(text.source[2], &lines[1].glyphs[0]);
}

}  // namespace
}  // namespace banwen
