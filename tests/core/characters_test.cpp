#include "core/characters.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

TEST(Characters, GoThereAndBack) {
    for (const char* text : {"", "a", "版é文", "𠀀𠮷", "“……”"})
        EXPECT_EQ(to_utf8(from_utf8(text)), text);
}

TEST(Characters, ReplaceWhatIsNotUtf8ByteByByte) {
    struct Row {
        const char* input;
        std::u32string expected;
    };
    const Row rows[] = {
        {"\xFF版", U"\uFFFD版"},
        {"版\xE7\x89", U"版\uFFFD\uFFFD"},                  // cut short
        {"\xC0\xAF", U"\uFFFD\uFFFD"},                      // a longer form than needed
        {"\xED\xA0\x80", U"\uFFFD\uFFFD\uFFFD"},            // a surrogate
        {"\xF4\x90\x80\x80", U"\uFFFD\uFFFD\uFFFD\uFFFD"},  // beyond the last code point
    };
    for (const Row& row : rows)
        EXPECT_EQ(from_utf8(row.input), row.expected);
    EXPECT_EQ(to_utf8(std::u32string(1, static_cast<char32_t>(0xD800))), "\uFFFD");
}

TEST(Characters, TellScriptsApart) {
    for (const char32_t c : std::u32string(U"版々〇𠀀"))
        EXPECT_TRUE(is_han(c)) << static_cast<unsigned>(c);
    for (const char32_t c : std::u32string(U"aＡ，。“1あ"))
        EXPECT_FALSE(is_han(c)) << static_cast<unsigned>(c);
    EXPECT_TRUE(is_latin(U'é'));
    EXPECT_FALSE(is_latin(U'×'));
    EXPECT_FALSE(is_digit(U'１'));
}

}  // namespace
}  // namespace banwen
