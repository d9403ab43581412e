// What the generator sets line by line: verse, tables of the bank, advertisements.
#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "copy_fitting.h"
#include "copy_source.h"
#include "headline.h"
#include "issue_plan.h"
#include "proof.h"
#include "table_rows.h"
#include "truth.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

Story story_of(const std::string& kind, const std::vector<std::string>& lines) {
    Story story;
    story.kind = kind;
    story.title = U"粮价";
    for (const std::string& line : lines)
        story.paragraphs.push_back(parse_paragraph(line));
    return story;
}

Setting setting_of(double ems) {
    Setting setting;
    setting.indent_ems = 0;
    setting.width = ems * setting.em;
    return setting;
}

double left_of(const SetLine& line, std::size_t piece) {
    return line.pieces.at(piece).x;
}

TEST(SetTableRows, EndsPricesAtTheRightEdge) {
    const TypeCase type_case;
    const Setting setting = setting_of(12);
    const auto rows =
        set_table_rows(type_case, story_of("tables", {"单位：元", "粳稻 146.00", "小麦粉 9.00"}), setting);
    ASSERT_THAT(rows, testing::SizeIs(2));
    for (const auto& [paragraph, lines] : rows) {
        ASSERT_THAT(lines, testing::SizeIs(1)) << paragraph;
        EXPECT_NEAR(lines[0].width, setting.width, 1e-6);
        EXPECT_NEAR(left_of(lines[0], 0), 0, 0.2);
    }
    EXPECT_EQ(to_utf8(rows.at(1)[0].text), "粳稻 146.00");
}

TEST(SetTableRows, PutsAPriceOnALineOfItsOwnWhereTheRowIsTooWide) {
    const TypeCase type_case;
    const Setting setting = setting_of(8);
    const auto rows =
        set_table_rows(type_case, story_of("tables", {"早籼稻（三等） 132.00", "大豆 258.00"}), setting);
    ASSERT_THAT(rows, testing::SizeIs(2));
    ASSERT_THAT(rows.at(0), testing::SizeIs(2));
    EXPECT_EQ(to_utf8(rows.at(0)[0].text), "早籼稻（三等）");
    EXPECT_EQ(to_utf8(rows.at(0)[1].text), "132.00");
    EXPECT_NEAR(rows.at(0)[1].width, setting.width, 1e-6);
}

TEST(SetTableRows, StandsTheCellsOfAColumnUnderEachOther) {
    const TypeCase type_case;
    const auto rows =
        set_table_rows(type_case, story_of("tables", {"2路 火车站 6:00", "11路 粮库 6:15", "18路 东苑 5:50"}),
                       setting_of(20));
    ASSERT_THAT(rows, testing::SizeIs(3));
    // Figures of one width, so that right edges in line mean left edges in line.
    EXPECT_NEAR(rows.at(0)[0].pieces.back().x, rows.at(2)[0].pieces.back().x, 0.05);
}

TEST(SetTableRows, LeavesProseAndLonelyPairsAlone) {
    const TypeCase type_case;
    const auto rows = set_table_rows(
        type_case, story_of("tables", {"与上旬持平。", "粳稻 146.00", "资料来源：县粮库。"}), setting_of(12));
    EXPECT_TRUE(rows.empty());
}

TEST(SetCopy, StandsVerseInTheMiddleAsOneBlock) {
    const TypeCase type_case;
    Dice dice(1);
    const PaperStyle style = choose_style("tabloid", dice);
    const Story verse = story_of("verse", {"地球就站稳了", "门槛", "门槛"});
    const double measure = 14 * style.grid.em;
    const auto lines = set_copy(type_case, style, style.body_type(), verse, {}, measure);
    ASSERT_THAT(lines, testing::SizeIs(3));
    EXPECT_NEAR(lines[0].left, (measure - lines[0].set.width) / 2, 1e-6);
    EXPECT_EQ(lines[1].left, lines[0].left);
    EXPECT_EQ(lines[2].set.text, lines[1].set.text);  // what repeats by right is printed again
}

// Issues with much space sold.
Issue issue_of(const TypeCase& type_case, const std::vector<Story>& stories, std::uint64_t seed) {
    IssueWishes wishes;
    wishes.kind = "tabloid";
    wishes.seed = seed;
    wishes.pages = 3;
    return plan_issue(type_case, stories, wishes);
}

TEST(PlanIssue, SellsTheCopysAdvertisementsOnceAndSetsThemAsSuch) {
    const TypeCase type_case;
    const std::vector<Story> stories = gather_copy({Content::prose, NEWSPRINT_PROSE, 70});
    std::set<std::u32string> names;
    for (const Story& story : stories)
        if (story.type == "advertisement") names.insert(plain_title(story.title));
    int sold = 0;
    for (const std::uint64_t seed : {70U, 71U}) {
        std::map<std::u32string, int> printed;
        for (const PrintedArticle& article : issue_of(type_case, stories, seed).articles) {
            EXPECT_FALSE(names.contains(article.title)) << to_utf8(article.title);
            if (article.type == "advertisement") ++printed[article.text.substr(0, article.text.find(U'\n'))];
        }
        for (const std::u32string& name : names) {
            EXPECT_LE(printed[name], 1) << to_utf8(name);
            sold += printed[name];
        }
    }
    EXPECT_GE(sold, 3);
}

TEST(PlanIssue, TellsAdvertisementsFromHeadToFoot) {
    const TypeCase type_case;
    const std::vector<Story> stories = gather_copy({Content::prose, NEWSPRINT_PROSE, 70});
    int lines = 0;
    for (const Sheet& sheet : issue_of(type_case, stories, 70).sheets) {
        for (std::size_t i = 1; i < sheet.lines.size(); ++i) {
            const PlacedLine& above = sheet.lines[i - 1];
            const PlacedLine& line = sheet.lines[i];
            const bool together = line.kind == Kind::advertisement && line.region == above.region;
            // Goods stand in one column but for the classified ones, whose next column begins at the head.
            if (!together || line.size < 2.5) continue;
            ++lines;
            EXPECT_GE(line.pieces.front().at.y, above.pieces.front().at.y) << to_utf8(line.text);
        }
    }
    EXPECT_GE(lines, 12);
}

TEST(DescribeIssue, SaysWhatSetsALinesTypeOff) {
    const TypeCase type_case;
    std::set<std::string> styles;
    for (const std::uint64_t seed : {70U, 71U, 72U}) {
        const Issue issue = issue_of(type_case, gather_copy({Content::prose, NEWSPRINT_PROSE, seed}), seed);
        std::vector<DeliveredPage> pages;
        for (const Sheet& sheet : issue.sheets) {
            const Proof proof = draw_proof(type_case, sheet, 72);
            pages.push_back(
                {"page.png", 72, {}, SheetMap(proof.ink.width, proof.ink.height), proof.line_ink});
        }
        const nlohmann::ordered_json truth = describe_issue(issue, pages);
        for (const auto& page : truth["pages"])
            for (const auto& line : page["lines"])
                styles.insert(line["style"]);
    }
    EXPECT_THAT(styles, testing::IsSupersetOf({"", "tinted", "calligraphic"}));
}

}  // namespace
}  // namespace banwen::newsprint
