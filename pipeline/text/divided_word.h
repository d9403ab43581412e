// What a hyphen at a line's end stood for: the division of a word, or a hyphen of its own.
#pragma once

#include <string_view>

#include "text/paper_words.h"

namespace banwen {

// `first` is the word before the line's end without its hyphen (state-of-the), `second` what the next line
// begins with. The paper's own words decide; where they do not tell, a table of parts that make compounds
// does (long-term, well-known, state-of-the-art); else the word was divided.
bool has_own_hyphen(std::u32string_view first, std::u32string_view second, const PaperWords& words);

}  // namespace banwen
