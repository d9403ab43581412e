// The rules for characters, each as a table of what goes in and what comes out.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "core/characters.h"
#include "text/clean_characters.h"
#include "text/pair_quotes.h"
#include "text/set_dashes.h"
#include "text/set_look_alikes.h"
#include "text/set_spaces.h"
#include "text/set_widths.h"

namespace banwen {
namespace {

struct Row {
    const char* input;
    const char* expected;
};

template <std::size_t Count>
void expect_rows(std::vector<Edit> (*rule)(const std::u32string&), const Row (&rows)[Count]) {
    for (const Row& row : rows) {
        const std::u32string text = from_utf8(row.input);
        EXPECT_EQ(to_utf8(apply_edits(text, rule(text))), row.expected) << row.input;
    }
}

TEST(SetWidths, GoesByWhatStandsAround) {
    expect_rows(set_widths, {
                                {"春耕,夏耘;秋收:冬藏?好!", "春耕，夏耘；秋收：冬藏？好！"},
                                {"本报讯(记者 甲)", "本报讯（记者 甲）"},
                                {"１２．５％，１，２８６米", "12.5%，1,286米"},
                                {"10：18，比分3：2", "10:18，比分3:2"},
                                {"2016年,村里", "2016年，村里"},
                                {"最低11℃;21日", "最低11℃；21日"},
                                {"Hello，world！", "Hello,world!"},
                                {"see http：//a.cn/b?c=d", "see http://a.cn/b?c=d"},
                                {"世界卫生组织(WHO)", "世界卫生组织（WHO）"},
                                {"电话(010)84395043", "电话(010)84395043"},
                                {"print (a, b)", "print (a, b)"},
                                {"丰收.农民", "丰收。农民"},
                                {"增长4.9%.其中", "增长4.9%.其中"},
                                {"1．春耕", "1.春耕"},
                                {"ＡＢＣ１２３", "ABC123"},
                                {"（没有完", "（没有完"},
                                {"6,7个", "6，7个"},
                                {"", ""},
                            });
}

TEST(SetAscii, LeavesMarksWithoutAnAsciiForm) {
    expect_rows(set_ascii, {{"春耕，夏耘。（“好”）", "春耕,夏耘。(“好”)"}});
}

TEST(PairQuotes, TurnsMarksTheRightWay) {
    expect_rows(pair_quotes, {
                                 {"他说:\"好。\"", "他说:“好。”"},
                                 {"\"甲\"、\"乙\"和\"丙\"", "“甲”、“乙”和“丙”"},
                                 {"”美誉”的城市", "“美誉”的城市"},
                                 {"\"好,\"他说,\"明天再来。\"", "“好,”他说,“明天再来。”"},
                                 {"老人说：\"所谓'慢',就是稳。\"", "老人说：“所谓‘慢’,就是稳。”"},
                                 {"它叫O'Neil公司", "它叫O'Neil公司"},
                                 {"\"Hello,\" he said.", "\"Hello,\" he said."},
                                 {"“一段话没有完。", "“一段话没有完。"},
                             });
}

TEST(PairQuotes, AreNotTurnedRoundByALostMark) {
    expect_rows(pair_quotes, {
                                 {"他说：好。\"又说：\"明天来。\"", "他说：好。”又说：“明天来。”"},
                                 {"（\"甲）和（\"乙\"）、（\"丙\"）", "（“甲）和（“乙”）、（“丙”）"},
                             });
}

TEST(SetDashes, GivesThePrintedForms) {
    expect_rows(set_dashes, {
                                {"春天--播种", "春天——播种"},
                                {"春天——播种", "春天——播种"},
                                {"等等......这是", "等等……这是"},
                                {"等等…这是", "等等……这是"},
                                {"等等……这是", "等等……这是"},
                                {"北京—上海", "北京—上海"},
                                {"欧•亨利的", "欧·亨利的"},
                                {"要闻....................二", "要闻....................二"},
                                {"wait...", "wait..."},
                                {"价格6-8元", "价格6-8元"},
                            });
}

TEST(SetLookAlikes, GoesByTheNeighbours) {
    expect_rows(set_look_alikes, {
                                     {"2O24年1l月", "2024年11月"},
                                     {"hello wor1d c0m", "hello world com"},
                                     {"H1N1和PM2.5", "H1N1和PM2.5"},
                                     {"获得丰收o农民", "获得丰收。农民"},
                                     {"他说：“好o”", "他说：“好。”"},
                                     {"第—次来到北京—上海", "第一次来到北京—上海"},
                                     {"十=月", "十二月"},
                                     {"A=B", "A=B"},
                                     {"人囗", "人口"},
                                     {"今曰，18曰，曰报", "今日，18日，日报"},
                                     {"子曰：学而时习之", "子曰：学而时习之"},
                                     {"自已巳经知巳", "自己已经知己"},
                                     {"乙巳年巳时", "乙巳年巳时"},
                                     {"⼈⺟車", "人母車"},
                                     {"", ""},
                                 });
}

TEST(SetSpaces, LeavesOneWhereThePrintDoes) {
    expect_rows(set_spaces, {
                                {"记者　甲  乙", "记者 甲 乙"},
                                {" 春耕 ", "春耕"},
                                {"春耕 ，夏耘， 秋收", "春耕，夏耘，秋收"},
                                {"（ 甲 ）", "（甲）"},
                                {"授粉。 田小禾 摄", "授粉。 田小禾 摄"},
                                {"two words", "two words"},
                                {"   ", ""},
                            });
}

TEST(ApplyEdits, KeepsTheGlyphsOfWhatItReplaces) {
    const Glyph a{{}, {{"-", 0.9}}, false}, b{{}, {{"-", 0.9}}, false}, c{{}, {{"春", 0.9}}, false};
    const SourcedText text = apply_edits(SourcedText{U"--春", {&a, &b, &c}}, {{0, 2, U"———"}, {3, 3, U"。"}});
    EXPECT_EQ(text.text, U"———春。");
    EXPECT_EQ(text.source, (std::vector<const Glyph*>{&a, &b, &b, &c, nullptr}));
}

// Every paragraph of the prose bank is right as it stands, and once more after its marks were flattened.
class ProseBank : public testing::Test {
  protected:
    static std::vector<std::string> paragraphs() {
        std::vector<std::string> found;
        for (const auto& entry : std::filesystem::directory_iterator(BANWEN_PROSE)) {
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);)
                if (line.size() > 30 && line.find_first_of("{}<>[]|^&@#=_") == std::string::npos)
                    found.push_back(line);
        }
        return found;
    }
    static std::string cleaned(const std::u32string& text) {
        const std::u32string set = apply_edits(text, set_look_alikes(text));
        SourcedText sourced{set, std::vector<const Glyph*>(set.size(), nullptr)};
        return to_utf8(clean_characters(std::move(sourced), {}).text);
    }
};

TEST_F(ProseBank, StaysAsItIs) {
    const std::vector<std::string> all = paragraphs();
    ASSERT_GT(all.size(), 50U);
    for (const std::string& paragraph : all)
        EXPECT_EQ(cleaned(from_utf8(paragraph)), paragraph);
}

TEST_F(ProseBank, ComesBackFromAsciiMarks) {
    constexpr std::u32string_view kPrinted = U"，：；？！（）“”";
    constexpr std::u32string_view kRead = U",:;?!()\"\"";
    for (const std::string& paragraph : paragraphs()) {
        std::u32string flat = from_utf8(paragraph);
        for (char32_t& c : flat)
            if (const std::size_t i = kPrinted.find(c); i != kPrinted.npos) c = kRead[i];
        EXPECT_EQ(cleaned(flat), paragraph);
    }
}

}  // namespace
}  // namespace banwen
