// Copy in bulk from the Chinese documentation that Debian packages bring along. Its sentences are printed on
// pages and never kept: nothing of them belongs into the repository.
#pragma once

#include <string>
#include <vector>

#include "dice.h"
#include "prose.h"

namespace banwen::newsprint {

enum class Half { tuning, judging };

// The sentences of all HTML files below a folder, or of one HTML or text file, that are prose in simplified
// characters: sorted, each once; those that begin alike go to the same half. Throws std::runtime_error when
// there are too few to print from.
std::vector<std::u32string> read_sentences(const std::string& source, Half half);

// The sentences of one document's source, in its order.
std::vector<std::u32string> sentences_in(const std::string& source);

// Stories of shuffled sentences under headings made from sentences' openings; no more than the sentences
// give.
std::vector<Story> make_documentation_copy(std::vector<std::u32string> sentences, std::size_t stories,
                                           Dice& dice);

}  // namespace banwen::newsprint
