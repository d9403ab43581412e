#include "core/printable.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(Printable, LeavesUtf8Alone) {
    EXPECT_EQ(printable("第二版 é 𠮷.tif"), "第二版 é 𠮷.tif");
}

TEST(Printable, EscapesBytesThatAreNotUtf8) {
    EXPECT_EQ(printable("\xB5\xDA.tif"), "\\xB5\\xDA.tif");            // GBK
    EXPECT_EQ(printable("a\xE4\xBD"), "a\\xE4\\xBD");                  // cut off
    EXPECT_EQ(printable("\xC0\xAF"), "\\xC0\\xAF");                    // overlong
    EXPECT_EQ(printable("\xED\xA0\x80"), "\\xED\\xA0\\x80");           // half a surrogate pair
    EXPECT_EQ(printable("\xF4\x90\x80\x80"), "\\xF4\\x90\\x80\\x80");  // above U+10FFFF
}

TEST(Printable, LetsNoNameForgeALineOrMoveTheCursor) {
    EXPECT_EQ(printable("a\nb\x1B[2J"), "a\\x0Ab\\x1B[2J");
    EXPECT_EQ(printable("\xC2\x9B"), "\\xC2\\x9B");
}

}  // namespace
}  // namespace banwen
