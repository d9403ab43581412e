// The score room: how far a result is from the truth. One code for the command and the tests.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace banwen {

struct ScoreOptions {
    double found_distance = 0.1;  // an article counts as found below this distance
    double min_overlap = 0.7;     // a line counts as found from this overlap on
};

// Figure name → value, as README "Figures" defines them: art_ned, art_f1, page_ned, bag_f1, dup, lost, gone,
// cer_…
using Score = std::map<std::string, double>;

// `truth`: a truth.json; `result`: an issue's output folder (or a text file, scored as one page text).
// Throws Error(unreadable_input) when either cannot be read.
Score score_issue(const std::filesystem::path& truth, const std::filesystem::path& result,
                  const ScoreOptions& options);

}  // namespace banwen
