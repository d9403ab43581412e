// Line errors: what a recognizer read beside what is printed, character by character.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "score/tally.h"

namespace banwen {

// Printed → read; empty where nothing was printed or nothing read.
using Confusion = std::pair<std::u32string, std::u32string>;
using Confusions = std::map<Confusion, int>;

// The edits of a cheapest alignment, those that change nothing among them, from left to right.
std::vector<Confusion> align(std::u32string_view printed, std::u32string_view read);

struct LineErrors {
    Tally tally;
    Confusions confusions;
};

// Both in comparable form. Counts the figures
//   cer                      insertions, deletions and substitutions ÷ printed characters, of those that the
//                            model can write
//   han, digits, latin, punctuation  the same, of one kind; an insertion is of its own kind
//   unwritable               share of the printed characters that the model cannot write
// What was read in the place of an unwritable character counts nowhere. `writable` empty: every character is.
LineErrors errors_between(std::u32string_view printed, std::u32string_view read,
                          const std::set<char32_t>& writable);

// Those that cost most, with how often, the costliest first.
std::vector<std::pair<Confusion, int>> costliest(const Confusions& confusions, std::size_t count);

}  // namespace banwen
