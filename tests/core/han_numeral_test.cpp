#include "core/han_numeral.h"

#include <string_view>

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(HanNumeral, CountsDigits) {
    int value = 0;
    for (const char32_t c : std::u32string_view(U"〇一二三四五六七八九"))
        EXPECT_EQ(han_numeral(c), value++);
    EXPECT_EQ(han_numeral(U'零'), 0);
    EXPECT_EQ(han_numeral(U'兩'), 2);
}

TEST(HanNumeral, TellsUnits) {
    EXPECT_EQ(han_numeral(U'十'), 10);
    EXPECT_EQ(han_numeral(U'卅'), 30);
    EXPECT_EQ(han_numeral(U'千'), 1000);
}

TEST(HanNumeral, IsNothingForOtherCharacters) {
    for (const char32_t c : std::u32string_view(U"1第版万A"))
        EXPECT_EQ(han_numeral(c), std::nullopt);
}

}  // namespace
}  // namespace banwen
