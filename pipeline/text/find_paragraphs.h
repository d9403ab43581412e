// Runs of lines become paragraphs: by indent and by lines that end short, over columns and pages.
#pragma once

#include <vector>

#include "core/article.h"
#include "text/clean_text.h"

namespace banwen {

// Body blocks come as the runs of lines of one region each and leave as one paragraph each. A paragraph goes
// on into the next body block, also past captions between them, unless that begins with an indent or the last
// line ended short. Cross-heads end a paragraph and stay blocks of their own. Headings in a row of one kind
// become one block. No line is lost, none changes its order within the text.
std::vector<Block> find_paragraphs(std::vector<Block> blocks, const TextOptions& options);

// The same lines with each printed line a block: mastheads, folios and lists have no paragraphs.
std::vector<Block> one_block_a_line(std::vector<Block> blocks);

}  // namespace banwen
