#include "text/find_bylines.h"

#include <gtest/gtest.h>

#include "core/characters.h"

namespace banwen {
namespace {

// "role name [span]" of each byline.
std::string told(const std::u32string& paragraph) {
    std::string text;
    for (const Byline& byline : find_bylines(paragraph)) {
        const auto start = static_cast<std::size_t>(byline.start), end = static_cast<std::size_t>(byline.end);
        text += byline.role + " " + byline.name + " [" + to_utf8(paragraph.substr(start, end - start)) + "] ";
    }
    return text;
}

TEST(FindBylines, ReadsTheUsualForms) {
    struct Row {
        std::u32string input;
        const char* expected;
    };
    const Row rows[] = {
        {U"本报讯（记者 何青禾）下午四点", "记者 何青禾 [（记者 何青禾）] "},
        {U"本报讯（记者何青禾通讯员罗小满）下午",
         "记者 何青禾 [（记者何青禾通讯员罗小满）] 通讯员 罗小满 [（记者何青禾通讯员罗小满）] "},
        {U"新华社北京3月20日电（记者 李 明、方圆）今天",
         "记者 李明 [（记者 李 明、方圆）] 记者 方圆 [（记者 李 明、方圆）] "},
        {U"本报记者 沈一帆", "记者 沈一帆 [沈一帆] "},
        {U"本报记者 沈一帆 顾望", "记者 沈一帆 [沈一帆] 记者 顾望 [顾望] "},
        {U"田小禾 摄", "摄 田小禾 [田小禾] "},
        {U"文/图 田小禾", "文/图 田小禾 [田小禾] "},
        {U"今年丰收在望。（通讯员 石砚）", "通讯员 石砚 [（通讯员 石砚）] "},
        {U"今年丰收在望。本报记者 严冬 摄", "记者 严冬 [严冬] "},
        {U"编辑：白露", "编辑 白露 [白露] "},
        {U"记者调查", ""},
        {U"编辑同志：", ""},
        {U"记者在工地上看到，每一根钢筋都挂着牌子。", ""},
        {U"会议（由记者协会主办，共有三百人参加）昨天开幕。", ""},
        {U"", ""},
    };
    for (const Row& row : rows)
        EXPECT_EQ(told(row.input), row.expected) << to_utf8(row.input);
}

TEST(FindDateline, ReadsTheUsualForms) {
    struct Row {
        std::u32string input;
        const char* expected;  // agency|place|end
    };
    const Row rows[] = {
        {U"新华社北京3月20日电（记者 甲）", "新华社|北京|11"},
        {U"新华社3月20日电", "新华社||9"},
        {U"据新华社日内瓦3月20日电", "新华社|日内瓦|13"},
        {U"本报讯（记者 甲）", "本报||3"},
        {U"本报上海二〇一〇年三月二十日讯", "本报|上海|15"},
        {U"青禾社松岭3月15日电（记者 甲）", "青禾社|松岭|11"},
        {U"社区食堂开业", "-"},
        {U"合作社3月15日开会", "-"},
        {U"本报记者 甲", "-"},
        {U"新华社记者走进山村", "-"},
        {U"", "-"},
    };
    for (const Row& row : rows) {
        const std::optional<Dateline> found = find_dateline(row.input);
        const std::string text =
            found ? found->agency + "|" + found->place + "|" + std::to_string(found->end) : "-";
        EXPECT_EQ(text, row.expected) << to_utf8(row.input);
    }
}

}  // namespace
}  // namespace banwen
