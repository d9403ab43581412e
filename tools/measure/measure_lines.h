// One page's printed lines, cut and read by a recognizer, without the rooms that come after it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "recognize/recognize_lines.h"
#include "score/truth_page.h"

namespace banwen {

// Which lines are read: those of the truth at the place where they stand, or those that layout found. A truth
// line that layout did not find as one line is not read then. Rows of tables are never read here: a
// recognizer gets them cell by cell.
enum class LineSource { printed, found };

struct ReadLine {
    TruthLine truth;
    std::u32string printed;  // both in comparable form, see comparable_text.h
    std::u32string read;
    double type_size = 0;  // px on the clean page, as the recognizer was told
};

struct LinesOfPage {
    std::vector<ReadLine> lines;
    std::size_t printed_lines = 0;  // that could have been read
    double cpu_seconds = 0;         // of cutting and reading
};

// Throws Error: the image cannot be read, or the engine breaks.
LinesOfPage measure_lines(const std::filesystem::path& folder, const TruthPage& truth, LineSource source,
                          Recognizer& recognizer, const RecognizeOptions& options);

}  // namespace banwen
