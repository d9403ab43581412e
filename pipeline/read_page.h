// One page through the rooms, from the scan to its articles.
#pragma once

#include "core/issue.h"
#include "options.h"
#include "recognize/recognizer.h"
#include "scan/read_scan.h"

namespace banwen {

// `number` is the page's 1-based place in its issue. Throws what read_scan and the recognizer throw.
PageText read_page(const PageRef& ref, int number, Recognizer& recognizer, const Options& options);

}  // namespace banwen
