// The generator of newspaper pages: that it can be repeated, and that its truth is true.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "copy_source.h"
#include "headline.h"
#include "press.h"
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
namespace fs = std::filesystem;

std::string read_bytes(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

PressOrder small_order(std::uint64_t seed, const std::string& folder) {
    PressOrder order;
    order.wishes.seed = seed;
    order.wishes.kind = "newsletter";
    order.wear = "worn";
    order.dpi = 100;
    order.prose = NEWSPRINT_PROSE;
    order.output = (fs::path(testing::TempDir()) / ("newsprint-" + folder)).string();
    fs::remove_all(order.output);
    return order;
}

// All files of an issue, by name.
std::map<std::string, std::string> printed_files(std::uint64_t seed, const std::string& folder) {
    const PressOrder order = small_order(seed, folder);
    print_issue(order);
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(order.output))
        files[entry.path().filename().string()] = read_bytes(entry.path());
    fs::remove_all(order.output);
    return files;
}

struct Printed {
    std::string kind;
    std::uint64_t seed;
};

// The truth of an issue without its pictures: what the lines and boxes must obey in every kind.
class TruthOf : public testing::TestWithParam<Printed> {
  protected:
    void SetUp() override {
        IssueWishes wishes;
        wishes.kind = GetParam().kind;
        wishes.seed = GetParam().seed;
        issue_ = plan_issue(type_case_, gather_copy({Content::prose, NEWSPRINT_PROSE, wishes.seed}), wishes);
        Dice dice(wishes.seed);
        for (const Sheet& sheet : issue_.sheets) {
            proofs_.push_back(draw_proof(type_case_, sheet, kDpi));
            const Raster& ink = proofs_.back().ink;
            const Wear wear = choose_wear(1, dice);
            const SheetMap map(wear.bends, ink.width, ink.height, kDpi, dice);
            pages_.push_back({"page.png", kDpi, wear, map, proofs_.back().line_ink});
        }
        truth_ = describe_issue(issue_, pages_);
    }

    static constexpr int kDpi = 150;
    TypeCase type_case_;
    Issue issue_;
    std::vector<Proof> proofs_;
    std::vector<DeliveredPage> pages_;
    Json truth_;
};

Box box_of_json(const Json& box) {
    return {box[0], box[1], box[2], box[3]};
}

double common_area(const Box& a, const Box& b) {
    const double w = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double h = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return std::max(0.0, w) * std::max(0.0, h);
}

std::string without_white(const std::string& text) {
    std::u32string out;
    for (const char32_t c : from_utf8(text))
        if (c != U' ' && c != U'\n') out += c;
    return to_utf8(out);
}

std::string without_hyphen(const Json& line) {
    std::string text = line["text"];
    if (line["divided"] == true) text.pop_back();
    return text;
}

TEST_P(TruthOf, KeepsEveryBoxOnThePage) {
    for (const Json& page : truth_["pages"]) {
        for (const char* list : {"lines", "regions"}) {
            for (const Json& item : page[list]) {
                const Box box = box_of_json(item["box"]);
                EXPECT_FALSE(box.empty()) << item;
                EXPECT_GE(std::min(box.x, box.y), 0) << item;
                EXPECT_LE(box.right(), page["width"].get<double>()) << item;
                EXPECT_LE(box.bottom(), page["height"].get<double>()) << item;
            }
        }
    }
}

TEST_P(TruthOf, HasNoLineOverAnother) {
    for (const Json& page : truth_["pages"]) {
        const Json& lines = page["lines"];
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (std::size_t k = i + 1; k < lines.size(); ++k) {
                const Box a = box_of_json(lines[i]["box"]);
                const Box b = box_of_json(lines[k]["box"]);
                // The upright boxes of skewed lines touch at their ends, no more.
                EXPECT_LE(common_area(a, b), 0.25 * std::min(a.w * a.h, b.w * b.h)) << lines[i] << '\n'
                                                                                    << lines[k];
            }
        }
    }
}

TEST_P(TruthOf, GivesEachArticleTheTextOfItsLines) {
    std::map<std::string, std::string> joined;
    for (const Json& page : truth_["pages"])
        for (const Json& line : page["lines"])
            if (line["kind"] != "jump" && line["kind"] != "caption")
                joined[line["article"]] += without_hyphen(line);
    for (const Json& article : truth_["articles"]) {
        const std::string printed =
            article["kicker"].get<std::string>() + article["title"].get<std::string>() +
            article["subtitle"].get<std::string>() + article["text"].get<std::string>();
        EXPECT_EQ(without_white(joined[article["id"]]), without_white(printed));
    }
}

// Blanks the box, a pixel of antialiasing included, and counts the dark pixels that were in it.
int erase(const Box& box, Raster& ink) {
    int dark = 0;
    const int right = std::min(ink.width, static_cast<int>(box.right()) + 2);
    const int bottom = std::min(ink.height, static_cast<int>(box.bottom()) + 2);
    for (int y = std::max(0, static_cast<int>(box.y) - 1); y < bottom; ++y) {
        for (int x = std::max(0, static_cast<int>(box.x) - 1); x < right; ++x) {
            dark += ink.at(x, y) > 60;
            ink.at(x, y) = 0;
        }
    }
    return dark;
}

Box in_pixels(const Box& mm, int dpi) {
    const double scale = dpi / kMillimetresPerInch;
    return {mm.x * scale, mm.y * scale, mm.w * scale, mm.h * scale};
}

TEST_P(TruthOf, AccountsForAllInkOfTheFlatSheet) {
    for (std::size_t p = 0; p < proofs_.size(); ++p) {
        Raster ink = proofs_[p].ink;
        const Sheet& sheet = issue_.sheets[p];
        for (std::size_t i = 0; i < sheet.lines.size(); ++i)
            for (const Box& piece : proofs_[p].line_ink[i])
                EXPECT_GT(erase(piece, ink), 0) << "page " << p << ' ' << to_utf8(sheet.lines[i].text);
        for (const Rule& rule : sheet.rules)
            erase(in_pixels(rule.box, kDpi), ink);
        for (const Panel& panel : sheet.panels)
            erase(in_pixels(panel.box, kDpi), ink);
        EXPECT_LE(*std::max_element(ink.pixels.begin(), ink.pixels.end()), 60) << "page " << p;
    }
}

TEST_P(TruthOf, JumpsInTheMiddleOfASentence) {
    int jumps = 0;
    for (const Json& article : truth_["articles"]) {
        if (article["jump"].is_null()) continue;
        ++jumps;
        EXPECT_EQ(article["pages"], Json::array({1, 2}));
        std::string last;
        for (const Json& line : truth_["pages"][0]["lines"])
            if (line["article"] == article["id"] && line["kind"] == "body") last = line["text"];
        EXPECT_EQ(std::u32string(U"。！？”：；").find(from_utf8(last).back()), std::u32string::npos);
    }
    EXPECT_EQ(jumps, 1);
}

INSTANTIATE_TEST_SUITE_P(EveryKind, TruthOf,
                         testing::Values(Printed{"tabloid", 4}, Printed{"tabloid", 5},
                                         Printed{"newsletter", 6}, Printed{"newsletter", 41},
                                         Printed{"broadsheet", 42}),
                         [](const auto& given) {
                             return given.param.kind + std::to_string(given.param.seed);
                         });

TEST(PrintIssue, GivesTheSameBytesForTheSameSeed) {
    const auto first = printed_files(3, "first");
    EXPECT_THAT(first, testing::SizeIs(3));
    EXPECT_EQ(first, printed_files(3, "second"));
}

TEST(PrintIssue, GivesOtherPagesForAnotherSeed) {
    const auto one = printed_files(3, "one");
    const auto other = printed_files(4, "other");
    for (const auto& [name, bytes] : one)
        EXPECT_NE(bytes, other.at(name)) << name;
}

TEST(PrintIssue, TellsWhatWasOrderedAndHowLargeTheTypeIs) {
    const Json truth = Json::parse(printed_files(7, "told").at("truth.json"));
    EXPECT_EQ(truth["kind"], "newsletter");
    EXPECT_EQ(truth["wear"], "worn");
    for (const Json& line : truth["pages"][0]["lines"]) {
        const double size = line["size_pt"];
        EXPECT_GE(size, line["kind"] == "headline" ? 10 : 5) << line;
        EXPECT_LE(size, line["kind"] == "body" ? 14 : 200) << line;
    }
}

TEST(PrintIssue, RefusesAWearThatIsNone) {
    PressOrder order = small_order(1, "refused");
    for (const char* wear : {"dirty", "", "-0.1", "2.1", "1x", "nan"}) {
        order.wear = wear;
        EXPECT_THROW(print_issue(order), std::invalid_argument) << wear;
    }
    EXPECT_FALSE(fs::exists(order.output));
}

TEST(SetParagraph, KeepsMarksFromTheWrongEndsOfLinesAndLosesNothing) {
    const TypeCase type_case;
    for (const double ems : {9.0, 13.0, 17.5}) {
        Setting setting;
        setting.width = ems * setting.em;
        for (const Story& story : gather_copy({Content::prose, NEWSPRINT_PROSE})) {
            for (const Paragraph& paragraph : story.paragraphs) {
                std::u32string joined;
                for (const SetLine& line : set_paragraph(type_case, paragraph.text, 0, setting)) {
                    EXPECT_FALSE(may_not_begin_line(line.text.front())) << to_utf8(line.text);
                    EXPECT_FALSE(may_not_end_line(line.text.back())) << to_utf8(line.text);
                    EXPECT_LE(line.width, setting.width + 1e-6) << to_utf8(line.text);
                    joined += line.text;
                }
                EXPECT_EQ(without_white(to_utf8(joined)), without_white(to_utf8(paragraph.text)));
            }
        }
    }
}

TEST(SetParagraph, FillsEveryLineButTheLast) {
    const TypeCase type_case;
    Setting setting;
    setting.width = 12 * setting.em;
    const auto lines = set_paragraph(
        type_case, U"河边的柳树发芽了，孩子们放学以后在堤上放风筝，一共飞起来26只。", 0, setting);
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_NEAR(lines[0].width, setting.width, 1e-6);
    EXPECT_NEAR(lines[1].width, setting.width, 1e-6);
    EXPECT_LT(lines[2].width, setting.width);
    EXPECT_NEAR(lines[0].pieces.front().x, 2 * setting.em, 0.1);
}

TEST(PlanHead, DividesATitleEvenly) {
    const TypeCase type_case;
    Dice dice(1);
    const PaperStyle style = choose_style("tabloid", dice);
    Story story;
    story.title = U"古渡口的老船工收下六名新徒弟";
    HeadDress dress;
    const Head head = plan_head(type_case, style, story, dress, 46, 1);
    ASSERT_THAT(head.decks, testing::SizeIs(1));
    const auto& lines = head.decks.front().lines;
    ASSERT_THAT(lines, testing::SizeIs(2));
    EXPECT_EQ(lines[0].size(), lines[1].size());
}

TEST(ParseParagraph, TurnsMarksIntoSpans) {
    const Paragraph paragraph = parse_paragraph("本报讯{（记者 <记者:何青禾>）}春天来了。");
    EXPECT_EQ(to_utf8(paragraph.text), "本报讯（记者 何青禾）春天来了。");
    ASSERT_THAT(paragraph.bylines, testing::SizeIs(1));
    const Byline& byline = paragraph.bylines.front();
    EXPECT_EQ(to_utf8(byline.name), "何青禾");
    EXPECT_EQ(to_utf8(paragraph.text.substr(byline.start, byline.end - byline.start)), "（记者 何青禾）");
}

TEST(ParseParagraph, FindsTheDateline) {
    const Paragraph paragraph = parse_paragraph("[本报|云泽|本报云泽3月17日电]春天来了。");
    EXPECT_EQ(to_utf8(paragraph.text), "本报云泽3月17日电春天来了。");
    ASSERT_TRUE(paragraph.dateline);
    EXPECT_EQ(to_utf8(paragraph.dateline->place), "云泽");
    EXPECT_EQ(paragraph.dateline->end, 10U);
}

TEST(ParseParagraph, RefusesAMarkThatIsNotClosed) {
    EXPECT_THROW(parse_paragraph("本报讯{（记者 何青禾）春天"), std::runtime_error);
    EXPECT_THROW(parse_paragraph("本报讯<记者:何青禾"), std::runtime_error);
}

TEST(TypeCase, RefusesAFontThatIsNotInstalled) {
    EXPECT_THROW(TypeCase().require("No Such Song"), std::runtime_error);
}

}  // namespace
}  // namespace banwen::newsprint
