// Pages in the XML formats of digital libraries: what stands on them, block by block.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "score/scored_text.h"

namespace banwen {

struct MarkedBlock {
    std::string id;  // "" where the format does not tell
    std::vector<ScoredLine> lines;
};

// ALTO, PAGE and hOCR, by what stands in the file: blocks in the reading order that the file tells, else as
// they stand in it. Boxes in px of the scan. Pages are numbered as the file says, else from `first_page` on;
// hOCR may hold several. Throws Error(unreadable_input): not there, not XML, or another kind of it.
std::vector<MarkedBlock> read_marked_pages(const std::filesystem::path& file, int first_page);

}  // namespace banwen
