// The chunks of a work list, put together.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "batch/convert_run.h"

namespace banwen {

struct MergedChunks {
    RunSummary summary;
    std::vector<std::string> gaps;  // one line for each chunk that is missing or not finished
};

// Adds up the summaries of all chunks of the list and writes OUTPUT/summary.json. Throws
// Error(unreadable_input) for a list or summary that cannot be read, Error(cannot_write).
MergedChunks merge_chunks(const std::filesystem::path& list, const std::filesystem::path& output);

}  // namespace banwen
