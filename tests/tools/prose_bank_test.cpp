// The prose bank: large enough, two halves that share nothing, and set without slips of the pen.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "copy_source.h"
#include "headline.h"
#include "unicode.h"

namespace banwen::newsprint {
namespace {

using std::u32string;

std::vector<Story> half(std::uint64_t seed) {
    return gather_copy({Content::prose, NEWSPRINT_PROSE, seed});
}

// Everything printed of a story.
std::vector<u32string> texts_of(const Story& story) {
    std::vector<u32string> texts = {story.kicker, plain_title(story.title), story.subtitle, story.caption};
    for (const Paragraph& paragraph : story.paragraphs)
        texts.push_back(paragraph.text);
    return texts;
}

std::size_t characters_of(const std::vector<Story>& stories) {
    std::size_t count = 0;
    for (const Story& story : stories)
        for (const u32string& text : texts_of(story))
            count += text.size();
    return count;
}

std::set<std::string> kinds_of(const std::vector<Story>& stories) {
    std::set<std::string> kinds;
    for (const Story& story : stories)
        kinds.insert(story.kind);
    return kinds;
}

bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || c == U'〇';
}

// Sentences of ten characters and more, without the marks about them. How often each stands in the bank.
std::map<u32string, int> sentences_of(const std::vector<Story>& stories) {
    static constexpr std::u32string_view kStops = U"。！？；";
    static constexpr std::size_t kLeast = 10;
    std::map<u32string, int> sentences;
    for (const Story& story : stories) {
        for (const u32string& text : texts_of(story)) {
            u32string sentence;
            for (const char32_t c : text) {
                if (is_han(c) || is_latin(c)) sentence += c;
                if (kStops.find(c) == kStops.npos) continue;
                if (sentence.size() >= kLeast) ++sentences[sentence];
                sentence.clear();
            }
            if (sentence.size() >= kLeast) ++sentences[sentence];
        }
    }
    return sentences;
}

// An ASCII mark beside a Han character, or 0.
char32_t half_width_mark(const u32string& text) {
    static constexpr std::u32string_view kMarks = U",;:?!()\"'";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (kMarks.find(text[i]) == kMarks.npos) continue;
        if ((i > 0 && is_han(text[i - 1])) || (i + 1 < text.size() && is_han(text[i + 1]))) return text[i];
    }
    return 0;
}

TEST(ProseBank, IsLargeEnoughInBothHalves) {
    for (const std::uint64_t seed : {std::uint64_t{1}, kFirstJudgingSeed}) {
        EXPECT_GE(half(seed).size(), 100U) << seed;
        EXPECT_GE(characters_of(half(seed)), 32000U) << seed;
    }
}

TEST(ProseBank, IsDividedBetweenTheSeeds199And200) {
    EXPECT_EQ(half(1).front().title, half(kFirstJudgingSeed - 1).front().title);
    EXPECT_NE(half(kFirstJudgingSeed - 1).front().title, half(kFirstJudgingSeed).front().title);
    EXPECT_EQ(half(kFirstJudgingSeed).front().title, half(100000).front().title);
}

TEST(ProseBank, HasEveryKindInBothHalves) {
    EXPECT_EQ(kinds_of(half(1)), kinds_of(half(kFirstJudgingSeed)));
    EXPECT_GE(kinds_of(half(1)).size(), 25U);
}

TEST(ProseBank, SharesNoTitleAndNoSentenceBetweenItsHalves) {
    std::set<u32string> titles;
    for (const Story& story : half(1))
        titles.insert(plain_title(story.title));
    for (const Story& story : half(kFirstJudgingSeed)) {
        // A standing title such as 讣告 is no text by itself.
        if (story.title.size() > 4) {
            EXPECT_FALSE(titles.contains(plain_title(story.title))) << to_utf8(story.title);
        }
    }
    const auto tuning = sentences_of(half(1));
    for (const auto& [sentence, count] : sentences_of(half(kFirstJudgingSeed)))
        EXPECT_FALSE(tuning.contains(sentence)) << to_utf8(sentence);
}

TEST(ProseBank, SaysNothingTwiceWithinAHalf) {
    for (const std::uint64_t seed : {std::uint64_t{1}, kFirstJudgingSeed})
        for (const auto& [sentence, count] : sentences_of(half(seed)))
            EXPECT_EQ(count, 1) << to_utf8(sentence);
}

TEST(ProseBank, ClosesWhatItOpensAndKeepsMarksFullWidth) {
    for (const std::uint64_t seed : {std::uint64_t{1}, kFirstJudgingSeed}) {
        for (const Story& story : half(seed)) {
            for (const u32string& text : texts_of(story)) {
                EXPECT_EQ(lonely_mark(text), 0U) << to_utf8(text);
                EXPECT_EQ(half_width_mark(text), 0U) << to_utf8(text);
            }
        }
    }
}

TEST(ProseBank, GivesNoticesAndAdvertisementsTheirType) {
    std::map<std::string, int> types;
    for (const Story& story : half(1))
        ++types[story.type];
    EXPECT_THAT(types, testing::UnorderedElementsAre(testing::Pair("article", testing::Gt(70)),
                                                     testing::Pair("notice", testing::Gt(4)),
                                                     testing::Pair("advertisement", testing::Gt(4)),
                                                     testing::Pair("index", testing::Gt(2))));
}

TEST(GatherCopy, TakesAPlainFolderForEverySeed) {
    const std::string folder = std::string(NEWSPRINT_PROSE) + "/tuning";
    EXPECT_EQ(gather_copy({Content::prose, folder, 1}).size(),
              gather_copy({Content::prose, folder, kFirstJudgingSeed}).size());
}

TEST(GatherCopy, SaysWhichFolderIsNotThere) {
    try {
        gather_copy({Content::prose, "/no/such/bank"});
        FAIL();
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("/no/such/bank"));
    }
}

}  // namespace
}  // namespace banwen::newsprint
