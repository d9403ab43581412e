#include "clean/find_dpi.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(FindDpi, KeepsWhatTheFileSaysWhenTheTypeAgrees) {
    const Resolution found = find_dpi(300, {40, 1}, 3.4);
    EXPECT_EQ(found.dpi, 300);
    EXPECT_FALSE(found.estimated);
}

TEST(FindDpi, EstimatesWhatTheFileDoesNotSay) {
    const Resolution found = find_dpi(0, {40, 1}, 3.4);
    EXPECT_NEAR(found.dpi, 299, 1);
    EXPECT_TRUE(found.estimated);
}

TEST(FindDpi, DoesNotBelieveAFileThatMakesTheTypeImpossible) {
    EXPECT_TRUE(find_dpi(72, {40, 1}, 3.4).estimated);
    EXPECT_NEAR(find_dpi(1200, {40, 1}, 3.4).dpi, 299, 1);
}

TEST(FindDpi, KeepsTheFilesWordWhereTheTypeIsUnsure) {
    EXPECT_EQ(find_dpi(72, {40, 0.1}, 3.4).dpi, 72);
}

TEST(FindDpi, IsNeverZero) {
    EXPECT_GT(find_dpi(0, {0, 0}, 3.4).dpi, 0);
}

}  // namespace
}  // namespace banwen
