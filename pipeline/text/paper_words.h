// What the paper's own text tells of its habits: how it writes a word elsewhere decides what a hyphen at a
// line's end stood for.
#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "core/issue.h"

namespace banwen {

struct PaperWords {
    std::set<std::u32string> words;  // Latin ones that stand whole within lines, in small letters
    std::size_t units_apart = 0;     // 29.4 kW
    std::size_t units_close = 0;     // 29.4kW

    bool knows(const std::u32string& word) const { return words.contains(word); }
};

PaperWords find_paper_words(const Issue& issue);

// Of kW, km, μg: Latin, or one of the Greek ones that units begin with.
bool is_unit_letter(char32_t c);

// In small letters, as far as A to Z go.
std::u32string lower_case(std::u32string_view text);

}  // namespace banwen
