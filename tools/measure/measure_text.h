// One issue's pages read and walked to their articles: what the rooms behind the recognizer made of its
// readings.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/issue.h"
#include "options.h"
#include "recognize/recognizer.h"
#include "score/truth_page.h"

namespace banwen {

// A printed line that was found as one line and stands in an article. Texts in comparable form, see
// comparable_text.h.
struct CleanedLine {
    LineId id;
    std::u32string printed;
    std::u32string read;     // by the recognizer
    std::u32string written;  // in the article
};

struct CleanedIssue {
    std::vector<CleanedLine> lines;
    Issue issue;
};

// Throws Error: an image cannot be read, or the engine breaks.
CleanedIssue measure_text(const std::filesystem::path& folder, const std::vector<TruthPage>& truth,
                          Recognizer& recognizer, const Options& options);

}  // namespace banwen
