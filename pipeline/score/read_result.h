// Results: an output folder (articles.jsonl, and lines.jsonl where it was written), a plain text file, or a
// folder of them.
#pragma once

#include <filesystem>

#include "score/scored_text.h"

namespace banwen {

// Text files of a folder follow each other by name. A folder that holds nothing but one issue's folder is
// taken for that folder. lines.jsonl, one object a line in reading order:
// {"page":1,"box":[left,top,width,height],"text":"…","article":"id"}, boxes in px of the scan. Throws
// Error(unreadable_input).
ScoredText read_result(const std::filesystem::path& path);

}  // namespace banwen
