// One page through the rooms, from the scan to its articles.
#pragma once

#include <functional>
#include <vector>

#include "core/issue.h"
#include "core/layout.h"
#include "core/scan_image.h"
#include "core/text_line.h"
#include "options.h"
#include "recognize/recognizer.h"

namespace banwen {

// The rooms that a page walks through after it was scanned, in walking order.
enum class PageRoom { clean, layout, recognize, order };

// What the rooms made of a page; empty for those that it did not come to.
struct PageWalk {
    CleanPage page;
    Layout layout;
    std::vector<TextLine> lines;
    OrderedPage ordered;
};

// The page through the rooms up to `last`. `recognizer` is asked for one only where lines are to be read.
// `number` is the page's 1-based place in its issue. Throws what the recognizer throws.
PageWalk walk_to(PageRoom last, Scan scan, int number, const std::function<Recognizer&()>& recognizer,
                 const Options& options);

// The whole walk, from the file. Throws what read_scan and the recognizer throw.
PageText read_page(const PageRef& ref, int number, Recognizer& recognizer, const Options& options);

// The same from the scan at half its size, for a page that was too much as it is: a quarter of the pixels to
// walk with, and small type read badly. All that is told of the page speaks of the scan as delivered.
PageText read_page_gently(const PageRef& ref, int number, Recognizer& recognizer, const Options& options);

}  // namespace banwen
