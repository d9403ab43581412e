#include "score/edit_distance.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace banwen {
namespace {

// The textbook table, as a slow and obvious reference. `anywhere`: pattern against its best span in text.
int table_distance(const std::u32string& pattern, const std::u32string& text, bool anywhere) {
    std::vector<int> row(text.size() + 1);
    for (std::size_t j = 0; j <= text.size(); ++j)
        row[j] = anywhere ? 0 : static_cast<int>(j);
    for (std::size_t i = 1; i <= pattern.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= text.size(); ++j) {
            const int swap = diagonal + (pattern[i - 1] == text[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({swap, row[j] + 1, row[j - 1] + 1});
        }
    }
    return anywhere ? *std::min_element(row.begin(), row.end()) : row.back();
}

std::u32string random_text(std::mt19937& random, std::size_t size) {
    std::u32string text;
    for (std::size_t i = 0; i < size; ++i)
        text += static_cast<char32_t>(U'一' + random() % 7);
    return text;
}

TEST(EditDistance, AgreesWithTheTableOnRandomTexts) {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const std::u32string a = random_text(random, random() % 200);
        const std::u32string b = random_text(random, random() % 200);
        EXPECT_EQ(edit_distance(a, b), table_distance(a, b, false)) << a.size() << ' ' << b.size();
        EXPECT_EQ(best_span_distance(a, b), table_distance(a, b, true)) << a.size() << ' ' << b.size();
    }
}

TEST(EditDistance, IsTheLengthAgainstNothing) {
    EXPECT_EQ(edit_distance(U"", U"版面"), 2);
    EXPECT_EQ(edit_distance(U"版面", U""), 2);
    EXPECT_EQ(edit_distance(U"", U""), 0);
    EXPECT_EQ(best_span_distance(U"版面", U""), 2);
    EXPECT_EQ(best_span_distance(U"", U"版面"), 0);
}

TEST(EditDistance, LetsTheAnyCharacterMatchOneCharacterOnly) {
    const std::u32string pattern = {U'甲', kAnyCharacter, U'丙'};
    EXPECT_EQ(edit_distance(pattern, U"甲乙丙"), 0);
    EXPECT_EQ(edit_distance(pattern, U"甲丙"), 1);
    EXPECT_EQ(edit_distance(pattern, U"甲乙乙丙"), 1);
}

}  // namespace
}  // namespace banwen
