#include "write/bigrams.h"

#include <algorithm>
#include <vector>

#include "core/characters.h"

namespace banwen {
namespace {

bool is_word(char32_t c) {
    return is_latin(c) || is_digit(c);
}

// Runs of Han characters, and runs of letters and digits, in the order of the text.
std::vector<std::u32string> runs_of(std::string_view utf8) {
    const std::u32string text = from_utf8(utf8);
    std::vector<std::u32string> runs;
    bool open = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const bool gap = (c == U' ' || c == U'\u3000') && open && is_han(runs.back().back()) &&
                         i + 1 < text.size() && is_han(text[i + 1]);
        if (gap) continue;
        const bool counts = is_han(c) || is_word(c);
        if (counts && (!open || is_han(runs.back().back()) != is_han(c))) runs.emplace_back();
        if (counts) runs.back() += c;
        open = counts;
    }
    return runs;
}

std::u32string pairs_of(const std::u32string& run) {
    std::u32string words;
    for (std::size_t i = 0; i + 1 < run.size(); ++i)
        words += run.substr(i, 2) + U' ';
    return words;
}

std::u32string phrase_of(const std::u32string& run) {
    if (!is_han(run.front())) return U'"' + run + U'"';
    if (run.size() == 1) return U'"' + run + U"\"*";  // every character begins a word
    std::u32string pairs = pairs_of(run);
    pairs.pop_back();
    return U'"' + pairs + U'"';
}

}  // namespace

std::string bigrams_of(std::string_view text) {
    std::u32string words;
    for (const std::u32string& run : runs_of(text)) {
        if (!words.empty()) words += U' ';
        words += is_han(run.front()) ? pairs_of(run) + run.back() : run;
    }
    return to_utf8(words);
}

std::string bigram_query(std::string_view words) {
    std::u32string text = from_utf8(words), query;
    std::replace(text.begin(), text.end(), U'\u3000', U' ');
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
        end = std::min(text.find(U' ', begin), text.size());
        for (const std::u32string& run : runs_of(to_utf8(text.substr(begin, end - begin)))) {
            if (!query.empty()) query += U" AND ";
            query += phrase_of(run);
        }
    }
    return to_utf8(query);
}

}  // namespace banwen
