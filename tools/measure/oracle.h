// The oracle: what a recognizer without fault would have read on the lines that were found. With it, layout
// and order can be measured alone, in a hundredth of the time that recognition takes.
#pragma once

#include <vector>

#include "core/layout.h"
#include "core/scan_map.h"
#include "core/text_line.h"
#include "score/truth_page.h"

namespace banwen {

// Takes the place of recognize_lines: a line for each of the layout's, with the characters that are printed
// under its box, also where it covers pieces of several printed lines. A line under which nothing is printed
// reads 〓, as often as its length has room for, because a recognizer would have read something there too.
std::vector<TextLine> read_from_truth(const Layout& layout, const ScanMap& to_scan, const TruthPage& truth);

}  // namespace banwen
