// Chinese prose is justified: of its lines only the last one of a paragraph ends short, and the first one is
// indented; sentences end within them. Lines of verse all begin at one place and end where they please, or
// each with a mark, or have no marks but at their ends. A row of a table has gaps within it, and so has the
// row above it; between Latin words a gap is no more than a space.
//
// What this cannot do: a stanza of fewer than four lines, verse without marks of equally long lines, a table
// of two columns. The gaps of a credit (记者 林照 陆知秋) make no row.
#include "text/set_by_lines.h"

#include <algorithm>
#include <string_view>

#include "core/characters.h"
#include "text/script_of.h"

namespace banwen {
namespace {

constexpr std::size_t kFewestVerses = 4;
constexpr double kAtEdge = 1;     // em
constexpr double kSameBegin = 1;  // em
constexpr int kFewestGaps = 2;    // within a row
constexpr std::u32string_view kMarks = U"，。、；：？！…—,.;:?!”’";
constexpr std::u32string_view kGoesOn = U"、，,—…";

bool is_latin_glyph(const Glyph& glyph) {
    const std::u32string text = from_utf8(glyph.readings.front().text);
    return !text.empty() && is_latin(text.front());
}

int gaps_in(const TextLine& line) {
    int gaps = 0;
    for (std::size_t i = 1; i < line.glyphs.size(); ++i) {
        const bool words = is_latin_glyph(line.glyphs[i - 1]) && is_latin_glyph(line.glyphs[i]);
        gaps += line.glyphs[i].space_before && !words ? 1 : 0;
    }
    return gaps;
}

std::u32string text_of(const TextLine& line) {
    return from_utf8(plain_text(line));
}

// How the lines of a run end, those of three characters and less (其一) left out.
struct Ends {
    std::size_t lines = 0;
    std::size_t with_mark = 0;
    bool marks_within = false;
};

Ends ends_of(const std::vector<TextLine>& lines) {
    Ends ends;
    for (const TextLine& line : lines) {
        const std::u32string text = text_of(line);
        if (text.size() < 4) continue;
        ++ends.lines;
        const std::size_t mark = text.find_first_of(kMarks);
        ends.marks_within = ends.marks_within || (mark != text.npos && mark + 1 < text.size());
        ends.with_mark += kMarks.find(text.back()) != kMarks.npos ? 1 : 0;
    }
    return ends;
}

bool all_begin_alike(const std::vector<LineFill>& fills) {
    const auto [least, most] = std::minmax_element(
        fills.begin(), fills.end(), [](const LineFill& a, const LineFill& b) { return a.indent < b.indent; });
    return most->indent - least->indent < kSameBegin;
}

// How many lines end short, but for the last one, which does so in prose too; and how many of them without a
// mark.
struct Ragged {
    std::size_t lines = 0;
    std::size_t without_mark = 0;
};

Ragged count_ragged(const std::vector<TextLine>& lines, const std::vector<LineFill>& fills) {
    Ragged ragged;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const std::u32string text = text_of(lines[i]);
        if (fills[i].shortfall <= kAtEdge || text.empty()) continue;
        ++ragged.lines;
        ragged.without_mark += kMarks.find(text.back()) == kMarks.npos ? 1 : 0;
    }
    return ragged;
}

bool is_verse(const std::vector<TextLine>& lines, const std::vector<LineFill>& fills) {
    if (lines.size() < kFewestVerses || !all_begin_alike(fills)) return false;
    std::u32string text;
    for (const TextLine& line : lines)
        text += text_of(line);
    if (!is_mostly_han(text)) return false;
    const Ends ends = ends_of(lines);
    const Ragged ragged = count_ragged(lines, fills);
    const bool each_a_sentence = ends.lines >= kFewestVerses && ends.with_mark * 5 >= ends.lines * 4;
    return each_a_sentence || 2 * ragged.lines >= lines.size() ||
           (ragged.without_mark > 0 && !ends.marks_within);
}

bool goes_on(const TextLine& line) {
    const std::u32string text = text_of(line);
    if (text.find(U"记者") != text.npos || text.find(U"通讯员") != text.npos) return true;
    return !text.empty() && kGoesOn.find(text.back()) != kGoesOn.npos;
}

// 其二, 三: what stands over the parts of a poem or a serial.
bool is_part_number(const TextLine& line) {
    const std::u32string text = text_of(line);
    const std::size_t first = text.starts_with(U"其") ? 1 : 0;
    constexpr std::size_t kLongest = 4;
    return text.size() > first && text.size() <= kLongest &&
           text.find_first_not_of(U"一二三四五六七八九十", first) == text.npos;
}

}  // namespace

std::vector<bool> find_lines_by_themselves(const std::vector<TextLine>& lines,
                                           const std::vector<LineFill>& fills) {
    std::vector<bool> alone(lines.size(), is_verse(lines, fills));
    int before = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const int gaps = gaps_in(lines[i]);
        if (before >= kFewestGaps && gaps >= kFewestGaps && !goes_on(lines[i - 1])) alone[i] = true;
        if (is_part_number(lines[i]) || (i > 0 && is_part_number(lines[i - 1]))) alone[i] = true;
        before = gaps;
    }
    return alone;
}

}  // namespace banwen
