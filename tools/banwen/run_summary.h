// What a run has come to, on less than a screen.
#pragma once

#include <string>

#include "batch/convert_run.h"

namespace banwen {

// Lines for a person: first the counts, then, where there is more to say, what failed and what it took.
std::string summary_text(const RunSummary& summary);

}  // namespace banwen
