// A run of issues against their truths, or one issue alone, with the groups that figures can be told apart
// by.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "score/score_issue.h"

namespace banwen {

// What figures can be told apart by. kind, wear and dpi group issues, with all figures; style (how a line is
// set: its kind, vertical, reversed) and size (of its type) group lines, of which they give
//   cer_line      wrong characters ÷ characters of the lines found
//   line_recall   share of the lines that were found
// Lines need a result with lines.jsonl, sizes a truth that tells them.
const std::vector<std::string>& groupings();

struct ScoredIssue {
    std::string name;      // of the truth's folder
    bool missing = false;  // there is no result: everything counts as lost
    Tally tally;
    std::map<std::string, std::map<std::string, Tally>> groups;  // grouping → group → its figures
};

// `truth`: a truth file, a folder with truth.json, or a folder of such folders; then the result of each is
// looked for in `result` under the folder's name, as a folder or a .txt file. Throws Error(unreadable_input):
// what is there cannot be read, or none of the results is there.
std::vector<ScoredIssue> score_run(const std::filesystem::path& truth, const std::filesystem::path& result,
                                   const ScoreOptions& options);

}  // namespace banwen
