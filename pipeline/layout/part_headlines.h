// Two headlines side by side that were found as one line.
#pragma once

#include <vector>

#include <opencv2/core.hpp>

#include "core/layout.h"
#include "layout/find_headlines.h"

namespace banwen {

// Cuts a line of large type at a gap of nearly a character where the columns below say that two articles
// begin there. `ink`: 255 = ink, rules taken out; `columns`: the page's body regions; `em`: body type in px.
//
// A headline that is set with a gap looks the same as two headlines; what tells is what stands below. Signs
// that speak for two articles: the column right of the gap begins with an indent, the column left of it ends
// a paragraph at its foot, the two columns begin at different heights, each part is centred over its own
// columns, has a kicker or deck of its own, and is set in type of another size. A column that goes on without
// an indent right of the gap rules it out.
std::vector<HeadlineLine> part_headlines(std::vector<HeadlineLine> lines, const cv::Mat& ink,
                                         const std::vector<Region>& columns, double em);

}  // namespace banwen
