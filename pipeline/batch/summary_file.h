// What came of a run, as a file for monitors, and of several runs as one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "batch/convert_run.h"

namespace banwen {

// A JSON object, see docs/operations.md.
std::string to_json(const RunSummary& summary);

// Throws Error(unreadable_input), with `name` for the message, for text that to_json did not write.
RunSummary summary_from_json(std::string_view text, const std::string& name);

// The parts of a run that was done in chunks: counts and times are added, the worst status counts.
RunSummary added_up(const std::vector<RunSummary>& parts);

}  // namespace banwen
