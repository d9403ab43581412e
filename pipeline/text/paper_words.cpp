#include "text/paper_words.h"

#include <algorithm>

#include "core/characters.h"

namespace banwen {

bool is_unit_letter(char32_t c) {
    return is_latin(c) || c == U'μ' || c == U'µ' || c == U'Ω';
}

namespace {

bool is_word_character(char32_t c) {
    return is_unit_letter(c) || c == U'-' || c == U'\'' || c == U'’';
}

bool has_latin(const TextLine& line) {
    return std::any_of(line.glyphs.begin(), line.glyphs.end(), [](const Glyph& glyph) {
        const std::string& text = glyph.readings.front().text;
        return (text[0] >= 'a' && text[0] <= 'z') || (text[0] >= 'A' && text[0] <= 'Z');
    });
}

class WordCounter {
  public:
    void count(const std::u32string& line) {
        for (std::size_t i = 0; i < line.size();) {
            std::size_t end = i;
            while (end < line.size() && is_word_character(line[end]))
                ++end;
            // What touches the line's end may be cut; a hyphen at its begin is no part of a word.
            if (end > i && i > 0 && end < line.size()) take(line, i, end);
            i = std::max(end, i + 1);
        }
    }

    PaperWords found;

  private:
    void take(const std::u32string& line, std::size_t start, std::size_t end) {
        if (is_latin(line[start])) found.words.insert(lower_case(line.substr(start, end - start)));
        constexpr std::size_t kLongestUnit = 3;
        if (end - start > kLongestUnit) return;
        if (is_digit(line[start - 1])) ++found.units_close;
        if (start > 1 && line[start - 1] == U' ' && is_digit(line[start - 2])) ++found.units_apart;
    }
};

}  // namespace

std::u32string lower_case(std::u32string_view text) {
    std::u32string lower(text);
    for (char32_t& c : lower)
        if (c >= U'A' && c <= U'Z') c += U'a' - U'A';
    return lower;
}

PaperWords find_paper_words(const Issue& issue) {
    WordCounter counter;
    for (const Article& article : issue.articles)
        for (const Block& block : article.blocks)
            for (const TextLine& line : block.lines)
                if (has_latin(line)) counter.count(from_utf8(plain_text(line)));
    return std::move(counter.found);
}

}  // namespace banwen
