// A METS file with the ALTO files that it names.
#pragma once

#include <filesystem>

#include "score/scored_text.h"

namespace banwen {

// Articles are the parts of the logical structure, their type and headings as TYPE tells; their text is that
// of the ALTO blocks that their areas name, and their lines follow each other in the same order. Lines that
// no article names stand behind them. Throws Error(unreadable_input).
ScoredText read_mets(const std::filesystem::path& file);

}  // namespace banwen
