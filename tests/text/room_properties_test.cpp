// What must hold for any text: paragraphs set in lines of any measure come back as they were, and no reading
// is written that the recognizer did not offer.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/characters.h"
#include "issue/assemble_issue.h"
#include "issue/jump_mark.h"
#include "issue/lunar_date.h"
#include "issue/numerals.h"
#include "support/printed_lines.h"
#include "text/clean_text.h"
#include "text/repair_doubts.h"

namespace banwen {
namespace {

constexpr int kEm = 40;

// The same cases every time; RC_PARAMS in the environment asks for others.
const int kFixed = ::setenv("RC_PARAMS", "seed=20240318 max_success=300", 0);

std::vector<std::u32string> read_prose() {
    std::vector<std::u32string> paragraphs;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(BANWEN_PROSE)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path());
        for (std::string line; std::getline(in, line);)
            if (line.size() > 60 && line.find_first_of("{}<>[]|^&@#=_") == std::string::npos)
                paragraphs.push_back(from_utf8(line));
    }
    return paragraphs;
}

const std::vector<std::u32string>& prose() {
    static const std::vector<std::u32string> paragraphs = read_prose();
    return paragraphs;
}

bool holds(std::u32string_view set, char32_t c) {
    return set.find(c) != set.npos;
}

// Where a compositor may end a line before text[i]: not within a Latin word or number, not before a closing
// mark or behind an opening one, not within —— and ……, and not at a gap.
bool may_end_before(const std::u32string& text, std::size_t i) {
    if (holds(U"，。、；：？！）》”’%％℃…—·,.;:?!) 　/~+－-～", text[i])) return false;
    if (holds(U"（《“‘( 　·/~+－-～…—", text[i - 1])) return false;
    const auto in_word = [](char32_t c) { return is_latin(c) || is_digit(c) || holds(U",.;:?!%'’", c); };
    return !(in_word(text[i - 1]) && in_word(text[i]));
}

// Full lines of `measure` characters at most, the first one indented by two, the last one short.
Article set_in_lines(const std::u32string& text, std::size_t measure, int page) {
    Article article{.pages = {page}, .blocks = {{BlockKind::body, {}, ""}}};
    std::size_t start = 0;
    while (start < text.size()) {
        const bool first = start == 0;
        std::size_t end = std::min(text.size(), start + measure - (first ? 2 : 0));
        while (end < text.size() && end > start + 1 && !may_end_before(text, end))
            --end;
        const int number = static_cast<int>(article.blocks[0].lines.size());
        const int left = first ? 2 * kEm : 0, width = static_cast<int>(measure) * kEm;
        TextLine line =
            printed_line(to_utf8(text.substr(start, end - start)), left, 60 * number, {page, number});
        // Lines that do not end the paragraph are driven out to the measure.
        line.box = {left, 60 * number,
                    end < text.size() ? width - left : std::min(line.box.width, width - left), kEm};
        line.measure = {0, 0, width, 10000};
        article.blocks[0].lines.push_back(line);
        start = end;
    }
    return article;
}

std::u32string as_read(std::u32string text) {
    constexpr std::u32string_view kPrinted = U"，：；？！（）“”", kRead = U",:;?!()\"\"";
    for (char32_t& c : text)
        if (const std::size_t i = kPrinted.find(c); i != kPrinted.npos) c = kRead[i];
    return text;
}

RC_GTEST_PROP(LastRooms, GiveAnyParagraphBackFromLinesOfAnyMeasure, ()) {
    RC_PRE(!prose().empty());
    const std::u32string text = *rc::gen::elementOf(prose());
    const std::size_t measure = *rc::gen::inRange<std::size_t>(11, 40);
    const bool flattened = *rc::gen::arbitrary<bool>();
    PageText page{.info = {.number = 1}};
    page.articles.push_back(set_in_lines(flattened ? as_read(text) : text, measure, 1));
    page.info.lines = static_cast<int>(page.articles[0].blocks[0].lines.size());
    const Issue issue = clean_text(assemble_issue({page}, {.name = "x"}), {});
    RC_ASSERT(running_text(issue.articles.at(0)) == to_utf8(text));
}

RC_GTEST_PROP(RepairDoubts, WritesOnlyWhatAReadingOffered, ()) {
    RC_PRE(!prose().empty());
    Issue issue;
    issue.articles.push_back(set_in_lines(*rc::gen::elementOf(prose()), 16, 1));
    std::vector<std::set<std::string>> offered;
    for (TextLine& line : issue.articles[0].blocks[0].lines)
        for (Glyph& glyph : line.glyphs) {
            if (*rc::gen::inRange(0, 8) == 0) {
                const char32_t other = *rc::gen::element(U'日', U'曰', U'的', U'青', U'不');
                glyph.readings.push_back({to_utf8(std::u32string(1, other)), 0.4});
                glyph.readings.front().confidence = 0.5;
            }
            offered.emplace_back();
            for (const Reading& reading : glyph.readings)
                offered.back().insert(reading.text);
        }
    const Issue repaired = repair_doubts(issue, *rc::gen::element(Evidence::paper, Evidence::language));
    std::size_t at = 0;
    for (const TextLine& line : repaired.articles[0].blocks[0].lines)
        for (const Glyph& glyph : line.glyphs)
            RC_ASSERT(offered.at(at++).contains(glyph.readings.front().text));
}

RC_GTEST_PROP(FindJumpMark, ReadsEverySpelling, ()) {
    const int page = *rc::gen::inRange(1, 100);
    const std::u32string number = from_utf8(std::to_string(page));
    std::u32string wide = number;
    for (char32_t& c : wide)
        c += 0xFEE0;
    const std::u32string verb = *rc::gen::element<std::u32string>(U"下转", U"上接", U"紧接", U"转", U"接");
    const std::u32string open = *rc::gen::element<std::u32string>(U"（", U"(", U"▲", U"△ ", U"【");
    const std::u32string close = *rc::gen::element<std::u32string>(U"）", U")", U"", U"】");
    const std::u32string ordinal = *rc::gen::element<std::u32string>(U"", U"第", U"第 ");
    const std::u32string digits = *rc::gen::element(number, wide, U"0" + number);
    const std::u32string line = open + verb + ordinal + digits + U"版" + close;
    const auto mark = find_jump_mark(line);
    RC_ASSERT(mark.has_value());
    RC_ASSERT(mark->page == number);
    RC_ASSERT(mark->end - mark->start == line.size());
}

RC_GTEST_PROP(LunarDate, IsReadAsItIsPrinted, ()) {
    char day[16];
    const int year = *rc::gen::inRange(1950, 2050), month = *rc::gen::inRange(1, 13),
              date = *rc::gen::inRange(1, 29);
    std::snprintf(day, sizeof day, "%04d-%02d-%02d", year, month, date);
    const std::optional<LunarDate> lunar = lunar_date_of(day);
    RC_ASSERT(lunar.has_value());
    RC_ASSERT(read_lunar_date(from_utf8(printed_form(*lunar))) == lunar);
}

}  // namespace
}  // namespace banwen
