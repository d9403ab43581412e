// How lines were joined, against the truth: paragraphs, and words that lines' ends cut.
#pragma once

#include <string>
#include <vector>

#include "planted/tally.h"

namespace banwen::planted {

// What stands between the letters of a text: gaps[i] is white space before the i-th letter. Figures are taken
// as half-width ones.
struct Gaps {
    std::u32string letters;
    std::vector<std::u32string> gaps;
};

Gaps gaps_of(const std::string& text);

// Counts, into `figure`, each letter before which exactly one of the two texts begins a paragraph as
// wrong, out of `lines` lines. Texts whose letters are not equally many are not compared, they count into
// "articles compared".
void count_paragraphs(const std::string& truth, const std::string& result, long lines,
                      const std::string& figure, Tallies& tallies);

// Sentences with Latin words, addresses, numbers and dates, cut in lines at every place where a line may end,
// joined again and compared: into "words at line ends".
void count_words_at_line_ends(Tallies& tallies);

}  // namespace banwen::planted
