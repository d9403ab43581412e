#include "core/warning.h"

#include <set>

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(Warning, IsTheSameSentenceInBothLanguages) {
    const Warning warning{WarningKind::wrong_weekday, {"星期二", "2024-03-18", "星期一"}};
    EXPECT_EQ(in_english(warning), "the masthead says 星期二, but 2024-03-18 is a 星期一");
    EXPECT_EQ(in_chinese(warning), "报头印的是星期二，而 2024-03-18 是星期一");
    EXPECT_EQ(name_of(warning.kind), "wrong weekday");
}

TEST(Warning, SaysWhatItKnowsWhereValuesAreMissing) {
    EXPECT_EQ(in_english({WarningKind::second_scan, {"2"}}), "page 2 is a second scan of page ");
}

TEST(Warning, HasWordsOfItsOwnForEachKind) {
    std::set<std::string> names, english, chinese;
    constexpr int kKinds = static_cast<int>(WarningKind::read_at_half_size) + 1;
    for (int kind = 0; kind < kKinds; ++kind) {
        const Warning warning{static_cast<WarningKind>(kind), {"a", "b", "c"}};
        names.emplace(name_of(warning.kind));
        english.insert(in_english(warning));
        chinese.insert(in_chinese(warning));
    }
    for (const auto& words : {names, english, chinese})
        EXPECT_EQ(words.size(), static_cast<std::size_t>(kKinds));
}

}  // namespace
}  // namespace banwen
