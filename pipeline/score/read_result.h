// Results: an output folder (articles.jsonl, and lines.jsonl where it was written) or a plain text file.
#pragma once

#include <filesystem>

#include "score/scored_text.h"

namespace banwen {

// A folder that holds one issue's folder is taken for that folder. lines.jsonl, one object a line in reading
// order: {"page":1,"box":[left,top,width,height],"text":"…","article":"id"}, boxes in px of the scan.
// Throws Error(unreadable_input).
ScoredText read_result(const std::filesystem::path& path);

}  // namespace banwen
