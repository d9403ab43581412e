// Printed lines: line images with their text, cut from pages where the truth says they stand.
#pragma once

#include <string>
#include <vector>

#include "core/image.h"

namespace banwen {

struct PrintedLine {
    GrayImage image;
    std::string text;  // what is printed
};

struct PrintedLineOptions {
    int height = 36;  // px to which lines are scaled
    int most = 1 << 30;
    int skipped = 0;  // lines in front of the first one
};

// Horizontal lines of a truth.json, page by page; its pages lie beside it. Throws what the readers of JSON
// throw where there is none.
std::vector<PrintedLine> printed_lines(const std::string& truth_file, const PrintedLineOptions& options);

std::vector<const GrayImage*> images_of(const std::vector<PrintedLine>& lines);

}  // namespace banwen
