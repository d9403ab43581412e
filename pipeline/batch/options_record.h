// The options that an issue is made with, for issue.json and for noticing that they have changed.
#pragma once

#include <string>
#include <string_view>

#include "batch/convert_run.h"

namespace banwen {

// JSON of every option that can change the bytes of a result, and none that cannot (as the number of jobs).
std::string options_record(const RunOptions& options);

// As --punctuation names it.
std::string_view name_of(Punctuation punctuation);
std::string_view name_of(PrintedScript script);

// As --engine names it.
std::string_view name_of(Engine engine);

}  // namespace banwen
