#include "scan/natural_order.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace banwen {
namespace {

// Sorting the names backwards first makes sure that the order does not come from the list.
std::vector<std::string> sorted(std::vector<std::string> names) {
    std::sort(names.rbegin(), names.rend());
    std::sort(names.begin(), names.end(), natural_less);
    return names;
}

void expect_order(const std::vector<std::string>& names) {
    EXPECT_EQ(sorted(names), names);
}

TEST(NaturalOrder, CountsDigits) {
    expect_order({"page-1.jpg", "page-2.jpg", "page-10.jpg", "page-0011.jpg", "page-100.jpg"});
}

TEST(NaturalOrder, CountsNumbersOfAnyLength) {
    expect_order({"20200324000000000000000009.tif", "20200324000000000000000010.tif"});
}

TEST(NaturalOrder, CountsChineseNumerals) {
    expect_order({"第一版.jpg", "第二版.jpg", "第三版.jpg", "第九版.jpg", "第十版.jpg", "第十一版.jpg",
                  "第二十版.jpg", "第二十三版.jpg", "第廿四版.jpg", "第卅一版.jpg", "第一百零五版.jpg"});
}

TEST(NaturalOrder, CountsChineseDigitsInYears) {
    expect_order({"一九四九年.tif", "一九五〇年.tif", "二〇〇一年.tif"});
}

TEST(NaturalOrder, CountsBothKindsTogether) {
    expect_order({"第1版.jpg", "第二版.jpg", "第3版.jpg", "第十版.jpg", "第11版.jpg"});
}

TEST(NaturalOrder, PutsTheShorterNameFirst) {
    expect_order({"A1.tif", "a1-left.tif", "a1-right.tif", "A2.tif"});
}

TEST(NaturalOrder, TakesAnyBytes) {
    expect_order({"\x80", "\xc0\xaf", "\xe4\xba", "\xff 2", "\xff 10"});
}

TEST(NaturalOrder, TellsApartNamesThatCountAlike) {
    EXPECT_NE(natural_less("page-1", "page-01"), natural_less("page-01", "page-1"));
    EXPECT_FALSE(natural_less("page-1", "page-1"));
}

}  // namespace
}  // namespace banwen
