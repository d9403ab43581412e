// The layouts of the generator: that pages fill without anything over anything else, that the truth's
// boxes agree with the ink, and that the forms a paper has do occur.
#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "box_shape.h"
#include "copy_source.h"
#include "division.h"
#include "house_style.h"
#include "issue_plan.h"
#include "jump_mark.h"
#include "lunar_date.h"
#include "proof.h"
#include "set_lines.h"
#include "truth.h"
#include "unicode.h"

// Fontconfig keeps a few patterns until the process ends, which the leak checker would lay at our door.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig";
}

namespace banwen::newsprint {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDpi = 150;

Issue issue_of(const TypeCase& type_case, const std::string& kind, std::uint64_t seed) {
    IssueWishes wishes;
    wishes.kind = kind;
    wishes.seed = seed;
    return plan_issue(type_case, gather_copy({Content::prose, NEWSPRINT_PROSE, seed}), wishes);
}

// The letters of a sheet alone, in black.
Sheet letters_of(Sheet sheet) {
    sheet.rules.clear();
    sheet.panels.clear();
    for (PlacedLine& line : sheet.lines)
        line.tone = Tone::ink;
    return sheet;
}

int ink_in(const Raster& ink, const Json& box) {
    int dark = 0;
    const int left = box[0], top = box[1], width = box[2], height = box[3];
    for (int y = std::max(0, top); y < std::min(ink.height, top + height); ++y)
        for (int x = std::max(0, left); x < std::min(ink.width, left + width); ++x)
            dark += ink.at(x, y) > 60;
    return dark;
}

void blank(Raster& ink, const Json& box) {
    const int left = box[0], top = box[1], width = box[2], height = box[3];
    for (int y = std::max(0, top - 1); y < std::min(ink.height, top + height + 1); ++y)
        for (int x = std::max(0, left - 1); x < std::min(ink.width, left + width + 1); ++x)
            ink.at(x, y) = 0;
}

TEST(TruthBoxes, AgreeWithTheInkOfTheCleanPage) {
    const TypeCase type_case;
    int lines = 0;
    for (const auto& [kind, seed] : {std::pair{"broadsheet", 21U},
                                     {"broadsheet", 22U},
                                     {"tabloid", 23U},
                                     {"newsletter", 24U},
                                     {"tabloid", 25U}}) {
        const Issue issue = issue_of(type_case, kind, seed);
        std::vector<DeliveredPage> pages;
        std::vector<Raster> letters;
        for (const Sheet& sheet : issue.sheets) {
            const Proof proof = draw_proof(type_case, letters_of(sheet), kDpi);
            pages.push_back(
                {"page.png", kDpi, {}, SheetMap(proof.ink.width, proof.ink.height), proof.line_ink});
            letters.push_back(proof.ink);
        }
        const Json truth = describe_issue(issue, pages);
        for (std::size_t p = 0; p < letters.size(); ++p) {
            for (const Json& line : truth["pages"][p]["lines"]) {
                ++lines;
                EXPECT_GT(ink_in(letters[p], line["box"]), 0) << line;
            }
            for (const Json& line : truth["pages"][p]["lines"])
                blank(letters[p], line["box"]);
            EXPECT_LE(*std::max_element(letters[p].pixels.begin(), letters[p].pixels.end()), 60)
                << kind << seed << " page " << p;
        }
    }
    EXPECT_GE(lines, 2000);
}

// The share of the grid's height and width that regions of any kind stand on.
double filled_share(const Json& page) {
    constexpr int kSquare = 8;
    const int columns = page["width"].get<int>() / kSquare + 1;
    const int rows = page["height"].get<int>() / kSquare + 1;
    std::vector<bool> full(static_cast<std::size_t>(columns * rows));
    for (const Json& region : page["regions"]) {
        const int left = region["box"][0], top = region["box"][1], width = region["box"][2],
                  height = region["box"][3];
        for (int y = top / kSquare; y <= (top + height) / kSquare; ++y)
            for (int x = left / kSquare; x <= (left + width) / kSquare; ++x)
                full[static_cast<std::size_t>(y * columns + x)] = true;
    }
    return static_cast<double>(std::count(full.begin(), full.end(), true)) / static_cast<double>(full.size());
}

TEST(PlanIssue, FillsItsPagesInEveryKind) {
    const TypeCase type_case;
    for (const char* kind : {"tabloid", "broadsheet", "newsletter"}) {
        const Issue issue = issue_of(type_case, kind, 31);
        std::vector<DeliveredPage> pages;
        for (const Sheet& sheet : issue.sheets) {
            const Proof proof = draw_proof(type_case, sheet, 72);
            pages.push_back(
                {"page.png", 72, {}, SheetMap(proof.ink.width, proof.ink.height), proof.line_ink});
        }
        // Margins, gutters and the white between articles take the rest.
        const Json truth = describe_issue(issue, pages);
        ASSERT_THAT(truth["pages"], testing::SizeIs(2)) << kind;
        for (const Json& page : truth["pages"])
            EXPECT_GT(filled_share(page), 0.62) << kind << ' ' << page["number"];
    }
}

TEST(PlanIssue, HasNoStrayRulesInTheGutters) {
    const TypeCase type_case;
    int rules = 0;
    for (const auto& [kind, seed] : {std::pair{"tabloid", 61U}, {"newsletter", 62U}}) {
        const Issue issue = issue_of(type_case, kind, seed);
        for (const Sheet& sheet : issue.sheets) {
            for (const Rule& rule : sheet.rules) {
                ++rules;
                EXPECT_GT(std::max(rule.box.w, rule.box.h), 7)
                    << kind << ' ' << rule.box.x << ' ' << rule.box.y;
            }
        }
    }
    EXPECT_GT(rules, 40);
}

bool overlap(const Json& a, const Json& b) {
    const auto along = [&](int at) {
        return std::min(a[at].get<int>() + a[at + 2].get<int>(), b[at].get<int>() + b[at + 2].get<int>()) -
               std::max(a[at].get<int>(), b[at].get<int>());
    };
    return along(0) > 1 && along(1) > 1;
}

TEST(PlanIssue, KeepsOtherArticlesOutOfPicturesTablesFramesAndAdvertisements) {
    const TypeCase type_case;
    const std::set<std::string> closed = {"picture", "table", "frame", "advertisement"};
    std::set<std::string> seen;
    for (const auto& [kind, seed] : {std::pair{"broadsheet", 20U}, {"broadsheet", 24U}, {"tabloid", 3U}}) {
        const Issue issue = issue_of(type_case, kind, seed);
        std::vector<DeliveredPage> pages;
        for (const Sheet& sheet : issue.sheets) {
            const Proof proof = draw_proof(type_case, sheet, 72);
            pages.push_back(
                {"page.png", 72, {}, SheetMap(proof.ink.width, proof.ink.height), proof.line_ink});
        }
        const Json truth = describe_issue(issue, pages);
        for (const Json& page : truth["pages"]) {
            for (const Json& region : page["regions"]) {
                if (!closed.contains(region["kind"])) continue;
                seen.insert(region["kind"]);
                for (const Json& line : page["lines"])
                    EXPECT_TRUE(line["article"] == region["article"] || !overlap(line["box"], region["box"]))
                        << kind << seed << '\n'
                        << region << '\n'
                        << line;
            }
        }
    }
    EXPECT_EQ(seen, closed);
}

TEST(DividePage, CoversTheGridWithoutOverlap) {
    Grid grid;
    grid.columns = 6;
    grid.rows = 90;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Dice dice(seed);
        std::vector<int> owners(static_cast<std::size_t>(grid.columns * grid.rows));
        for (const Cell& cell : divide_page(grid, {0.5, 14}, dice))
            for (const Cell& part : rectangles_of(cell))
                for (int row = part.row; row < part.row + part.rows; ++row)
                    for (int column = part.column; column < part.column + part.columns; ++column)
                        ++owners[static_cast<std::size_t>(row * grid.columns + column)];
        EXPECT_THAT(owners, testing::Each(1)) << "seed " << seed;
    }
}

TEST(DividePage, CutsCornersOutOfSomeCells) {
    Grid grid;
    grid.columns = 6;
    grid.rows = 90;
    std::set<Corner> corners;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Dice dice(seed);
        for (const Cell& cell : divide_page(grid, {}, dice))
            corners.insert(cell.notch.corner);
    }
    EXPECT_THAT(corners, testing::SizeIs(4));
}

TEST(SlotsAround, GoBesideAPhotoAndOnBelowIt) {
    Room room;
    room.rows = 30;
    room.columns = {{0, 60, 0, 30}};
    BodyType type;
    type.em = 3;
    const std::vector<Slot> slots = slots_around(room, type, 4, {30, 60, 10, 8});
    ASSERT_THAT(slots, testing::SizeIs(3));
    EXPECT_EQ(slots[0].row, 4);
    EXPECT_DOUBLE_EQ(slots[0].measure, 60);
    EXPECT_EQ(slots[1].row, 10);
    EXPECT_EQ(slots[1].rows, 8);
    EXPECT_LE(slots[1].x + slots[1].measure, 30);
    EXPECT_EQ(slots[2].row, 18);
}

TEST(StandsWithin, RefusesAPhotoThatRunsIntoTheCorner) {
    Room room;
    room.rows = 30;
    room.columns = {{0, 40, 0, 30}, {45, 40, 0, 18}};
    EXPECT_TRUE(stands_within(room, {0, 85, 4, 14}));
    EXPECT_FALSE(stands_within(room, {0, 85, 4, 15}));
    EXPECT_TRUE(stands_within(room, {0, 40, 4, 26}));
}

TEST(SetParagraph, DividesALongWordWithAHyphen) {
    const TypeCase type_case;
    Setting setting;
    setting.width = 9 * setting.em;
    const auto lines = set_paragraph(type_case, U"他们international合作。", 0, setting);
    ASSERT_GE(lines.size(), 2U);
    const auto divided =
        std::find_if(lines.begin(), lines.end(), [](const SetLine& line) { return line.divided; });
    ASSERT_NE(divided, lines.end());
    EXPECT_EQ(divided->text.back(), U'-');
    for (const SetLine& line : lines)
        EXPECT_LE(line.width, setting.width + 1e-6) << to_utf8(line.text);
}

TEST(SetParagraph, BreaksAnAddressWithoutAddingToIt) {
    const TypeCase type_case;
    Setting setting;
    setting.width = 9 * setting.em;
    const std::u32string text = U"网址www.liuxi.example/news/2024/spring欢迎。";
    std::u32string joined_text;
    for (const SetLine& line : set_paragraph(type_case, text, 0, setting)) {
        EXPECT_FALSE(line.divided);
        EXPECT_LE(line.width, setting.width + 1e-6) << to_utf8(line.text);
        joined_text += line.text;
    }
    EXPECT_EQ(to_utf8(joined_text), to_utf8(text));
}

TEST(SetParagraph, LetsAMarkHangWhereThePaperDoes) {
    const TypeCase type_case;
    Setting setting;
    setting.indent_ems = 0;
    setting.width = 6 * setting.em;
    const std::u32string text = U"一二三四五六，七八九十一二三四";
    EXPECT_EQ(set_paragraph(type_case, text, 0, setting).front().text.find(U'，'), std::u32string::npos);
    setting.margin = Margin::hanging;
    const SetLine hung = set_paragraph(type_case, text, 0, setting).front();
    EXPECT_EQ(hung.text.back(), U'，');
    EXPECT_LT(hung.pieces.back().x, setting.width + setting.em);
}

TEST(SetParagraph, StandsNumbersInCellsOfAnUprightLine) {
    const TypeCase type_case;
    Setting setting;
    setting.mode = LineMode::upright;
    setting.indent_ems = 0;
    setting.width = 20 * setting.em;
    const SetLine line = set_paragraph(type_case, U"在26日，共2024人", 0, setting).front();
    ASSERT_THAT(line.pieces, testing::SizeIs(10));
    EXPECT_EQ(to_utf8(line.pieces[1].text), "26");
    EXPECT_NEAR(line.width, 10 * setting.em, 1e-6);
    EXPECT_EQ(to_utf8(line.text), "在26日，共2024人");
}

TEST(InHouseStyle, MovesTheBylineAndItsSpan) {
    Story story;
    story.title = U"春天";
    story.paragraphs.push_back(
        parse_paragraph("本报讯{（记者 <记者:何青禾> 通讯员 <通讯员:方石>）}春天来了。"));
    PaperStyle style;
    for (const BylineForm form : {BylineForm::named_lead, BylineForm::foot, BylineForm::foot_names,
                                  BylineForm::above, BylineForm::above_marked}) {
        style.bylines = form;
        bool moved = false;
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            Dice dice(seed);
            const Story dressed = in_house_style({story}, style, dice).front();
            std::size_t people = 0;
            for (const Paragraph& paragraph : dressed.paragraphs) {
                for (const Byline& byline : paragraph.bylines) {
                    ++people;
                    const auto span = paragraph.text.substr(byline.start, byline.end - byline.start);
                    EXPECT_NE(span.find(byline.name), span.npos) << to_utf8(paragraph.text);
                }
            }
            EXPECT_EQ(people, 2U);
            moved |= dressed.paragraphs.front().text != story.paragraphs.front().text;
        }
        EXPECT_TRUE(moved) << static_cast<int>(form);
    }
}

TEST(JumpMark, HasAPairOfMarksInEveryForm) {
    std::set<std::u32string> marks;
    PaperStyle style;
    for (style.jump_form = 0; style.jump_form < 11; ++style.jump_form) {
        const std::u32string leaving = jump_mark(style, Part::leaving, 2);
        EXPECT_NE(leaving.find(U'转'), leaving.npos);
        EXPECT_NE(jump_mark(style, Part::arriving, 1).find(U'接'), std::u32string::npos);
        marks.insert(leaving);
    }
    EXPECT_GE(marks.size(), 8U);
}

TEST(LunarDate, KnowsNewYearAndALeapMonth) {
    using namespace std::chrono;
    EXPECT_EQ(to_utf8(lunar_date(sys_days{year{2024} / 2 / 10})), "甲辰年正月初一");
    EXPECT_EQ(to_utf8(lunar_date(sys_days{year{2024} / 3 / 18})), "甲辰年二月初九");
    EXPECT_EQ(to_utf8(lunar_date(sys_days{year{2023} / 3 / 22})), "癸卯年闰二月初一");
}

}  // namespace
}  // namespace banwen::newsprint
