#include "issue/numerals.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(ReadNumeral, CountsWithUnits) {
    EXPECT_EQ(read_numeral(U"十二版").value, 12);
    EXPECT_EQ(read_numeral(U"二十版").value, 20);
    EXPECT_EQ(read_numeral(U"廿三日").value, 23);
    EXPECT_EQ(read_numeral(U"卅一日").value, 31);
    EXPECT_EQ(read_numeral(U"一千二百零五期").value, 1205);
}

TEST(ReadNumeral, CountsDigitByDigit) {
    EXPECT_EQ(read_numeral(U"二〇二四年").value, 2024);
    EXPECT_EQ(read_numeral(U"二○二四年").value, 2024);
    EXPECT_EQ(read_numeral(U"１２版").value, 12);
}

TEST(ReadNumeral, EndsWhereTheNumberEnds) {
    EXPECT_EQ(read_numeral(U"十二版").length, 2U);
    EXPECT_EQ(read_numeral(U"版").length, 0U);
}

}  // namespace
}  // namespace banwen
