// The idea: shuffle the characters, cut them into clauses of a sentence's usual lengths, put marks between.
// The marks follow no grammar; what matters is that characters meet the neighbours they have in print.
#include "gb2312_copy.h"

#include <array>
#include <memory>
#include <stdexcept>
#include <string_view>

#include <unicode/ucnv.h>

namespace banwen::newsprint {
namespace {

using std::u32string;

constexpr UChar32 kFirstHan = 0x4E00;
constexpr UChar32 kLastHan = 0x9FFF;
constexpr int kShortest = 60;  // characters of a story
constexpr int kLongest = 260;

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

u32string clause_end(Dice& dice) {
    static constexpr std::u32string_view kMarks = U"，，，，，，，，，、；：？！。。。。";
    return u32string(1, kMarks[static_cast<std::size_t>(dice.whole(0, static_cast<int>(kMarks.size()) - 1))]);
}

// The clause, now and then as a quotation, a title of a book or an aside.
u32string dressed(const u32string& clause, Dice& dice) {
    static const std::vector<std::u32string_view> kPairs = {U"“”", U"《》", U"（）", U"‘’"};
    if (!dice.chance(0.12)) return clause;
    const std::u32string_view pair = dice.pick(kPairs);
    return pair.front() + clause + pair.back();
}

Story make_story(std::u32string_view characters, Dice& dice) {
    Story story;
    story.kind = "gb2312";
    Paragraph paragraph;
    while (!characters.empty()) {
        const auto length = static_cast<std::size_t>(dice.whole(4, 13));
        const u32string clause(characters.substr(0, length));
        characters.remove_prefix(clause.size());
        if (story.title.empty()) story.title = clause;
        paragraph.text += dressed(clause, dice);
        paragraph.text += characters.empty() ? U"。" : clause_end(dice);
    }
    story.paragraphs.push_back(std::move(paragraph));
    return story;
}

}  // namespace

u32string gb2312_characters() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open("GB2312", &status));
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no table of GB 2312");
    u32string characters;
    for (int row = 0xB0; row <= 0xF7; ++row) {
        for (int cell = 0xA1; cell <= 0xFE; ++cell) {
            const std::array<char, 2> bytes = {static_cast<char>(row), static_cast<char>(cell)};
            const char* from = bytes.data();
            ucnv_reset(converter.get());
            status = U_ZERO_ERROR;
            const UChar32 c = ucnv_getNextUChar(converter.get(), &from, bytes.data() + bytes.size(), &status);
            // Row 55 ends five cells early; ICU gives those codes for private use.
            if (U_SUCCESS(status) && c >= kFirstHan && c <= kLastHan) characters += static_cast<char32_t>(c);
        }
    }
    return characters;
}

std::vector<Story> make_gb2312_copy(Dice& dice) {
    const u32string ordered = gb2312_characters();
    std::vector<char32_t> shuffled(ordered.begin(), ordered.end());
    dice.shuffle(shuffled);
    std::u32string_view rest(shuffled.data(), shuffled.size());
    std::vector<Story> stories;
    while (!rest.empty()) {
        // Short ones are the most, as on a page.
        const double share = dice.between(0, 1);
        auto length = static_cast<std::size_t>(kShortest + (kLongest - kShortest) * share * share);
        // No stump of a story at the end.
        if (rest.size() < length + kShortest) length = rest.size();
        stories.push_back(make_story(rest.substr(0, length), dice));
        rest.remove_prefix(length);
    }
    return stories;
}

}  // namespace banwen::newsprint
