#include "line_errors.h"

#include <gtest/gtest.h>

namespace banwen {
namespace {

Share share(std::u32string_view printed, std::u32string_view read, const std::string& figure,
            const std::set<char32_t>& writable = {}) {
    const LineErrors errors = errors_between(printed, read, writable);
    const auto found = errors.tally.shares.find(figure);
    return found == errors.tally.shares.end() ? Share{} : found->second;
}

TEST(Align, PairsCharactersWithWhatWasReadInTheirPlace) {
    const std::vector<Confusion> edits = align(U"河上的大桥", U"。河土的桥");
    const std::vector<Confusion> expected = {{U"", U"。"},   {U"河", U"河"}, {U"上", U"土"},
                                             {U"的", U"的"}, {U"大", U""},   {U"桥", U"桥"}};
    EXPECT_EQ(edits, expected);
}

TEST(Align, ReadsNothingOutOfNothing) {
    EXPECT_TRUE(align(U"", U"").empty());
    EXPECT_EQ(align(U"甲乙", U"").size(), 2U);
    EXPECT_EQ(align(U"", U"甲乙").size(), 2U);
}

TEST(ErrorsBetween, CountsInsertionsDeletionsAndSubstitutions) {
    const Share all = share(U"河上的桥", U"河土桥。", "cer");
    EXPECT_EQ(all.part, 3);
    EXPECT_EQ(all.whole, 4);
}

TEST(ErrorsBetween, TellsKindsOfCharactersApart) {
    EXPECT_EQ(share(U"第7版,A", U"第1版.A", "digits").part, 1);
    EXPECT_EQ(share(U"第7版,A", U"第1版.A", "punctuation").part, 1);
    EXPECT_EQ(share(U"第7版,A", U"第1版.A", "han").part, 0);
    EXPECT_EQ(share(U"第7版,A", U"第1版.A", "latin").whole, 1);
}

TEST(ErrorsBetween, CountsAnInsertionAsOfItsOwnKind) {
    EXPECT_EQ(share(U"甲乙", U"甲1乙", "digits").part, 1);
    EXPECT_EQ(share(U"甲乙", U"甲1乙", "digits").whole, 0);
}

TEST(ErrorsBetween, KeepsWhatTheModelCannotWriteApart) {
    const std::set<char32_t> writable = {U'甲', U'乙', U'口'};
    EXPECT_EQ(share(U"甲囝乙", U"甲口乙", "cer", writable).part, 0);
    EXPECT_EQ(share(U"甲囝乙", U"甲口乙", "cer", writable).whole, 2);
    EXPECT_EQ(share(U"甲囝乙", U"甲口乙", "unwritable", writable).part, 1);
    EXPECT_EQ(share(U"甲囝乙", U"甲口乙", "unwritable", writable).whole, 3);
}

TEST(Costliest, NamesTheMostFrequentFirst) {
    const Confusions confusions = {{{U"白", U"自"}, 3}, {{U"上", U"土"}, 5}, {{U"。", U""}, 1}};
    const auto worst = costliest(confusions, 2);
    ASSERT_EQ(worst.size(), 2U);
    EXPECT_EQ(worst[0].first, (Confusion{U"上", U"土"}));
    EXPECT_EQ(worst[1].second, 3);
    EXPECT_EQ(costliest(confusions, 9).size(), 3U);
}

}  // namespace
}  // namespace banwen
