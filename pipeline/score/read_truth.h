// Truth files in the kinds that are known; see the table in read_truth.cpp.
#pragma once

#include <filesystem>

#include "score/scored_text.h"

namespace banwen {

// Throws Error(unreadable_input): not there, not JSON, or of no known kind.
ScoredText read_truth(const std::filesystem::path& file);

}  // namespace banwen
