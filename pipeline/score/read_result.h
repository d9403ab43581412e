// Results: an output folder (articles.jsonl, and lines.jsonl where it was written), a METS file, or a text,
// PDF, ALTO, PAGE or hOCR file; of text and of the last three also a folder, a file a page.
#pragma once

#include <filesystem>

#include "score/scored_text.h"

namespace banwen {

// Files of a folder follow each other by name. A folder that holds nothing but one issue's folder is
// taken for that folder. lines.jsonl, one object a line in reading order:
// {"page":1,"box":[left,top,width,height],"text":"…","article":"id"}, boxes in px of the scan. Throws
// Error(unreadable_input).
ScoredText read_result(const std::filesystem::path& path);

}  // namespace banwen
