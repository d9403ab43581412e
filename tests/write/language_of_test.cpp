#include "write/language_of.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(LanguageOf, TellsTheScriptsApart) {
    EXPECT_EQ(language_of("我们的报纸今天出版，说的是学习"), "zh-Hans");
    EXPECT_EQ(language_of("我們的報紙今天出版，說的是學習"), "zh-Hant");
    EXPECT_EQ(language_of("山水田林"), "zh-Hans");
}

TEST(LanguageOf, IsNotLedAstrayByAFewForeignWords) {
    EXPECT_EQ(language_of("全市今年新增 5G 基站，GDP 增长三成"), "zh-Hans");
    EXPECT_EQ(language_of("The council of Harbour Town (港) met on Monday morning"), "en");
}

TEST(LanguageOf, SaysUndWhereThereIsNothingToTellItBy) {
    EXPECT_EQ(language_of(""), "und");
    EXPECT_EQ(language_of("12.5 % – 300"), "und");
    EXPECT_EQ(language_of("\xE4\xBD"), "und");
}

}  // namespace
}  // namespace banwen
