// The options that an issue is made with, for issue.json and for noticing that they have changed.
#pragma once

#include <string>

#include "batch/convert_run.h"

namespace banwen {

// A JSON object with one member a room: every option that can change the bytes of a result, and none that
// cannot (as the number of jobs).
std::string options_record(const RunOptions& options);

// The part of it that decides what is read on a page: what the rooms before the issue are told.
std::string reading_record(const Options& walk);

}  // namespace banwen
