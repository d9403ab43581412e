// Words for a full-text index of Chinese: SQLite's tokenizer parts text at spaces, which Chinese does not
// have.
#pragma once

#include <string>
#include <string_view>

namespace banwen {

// The text as words with spaces between: of Han characters that follow one another each pair and then the
// last one alone (春水到 gives 春水 水到 到), so that a query of any length finds its place; letters and
// digits stay together. A gap between two Han characters parts nothing, punctuation and a line's end do.
std::string bigrams_of(std::string_view text);

// What to MATCH in such an index for `words`, which spaces part: each run of Han characters or letters is a
// phrase, all of them must be there. "" where `words` has neither.
std::string bigram_query(std::string_view words);

}  // namespace banwen
