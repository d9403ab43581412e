// All options of the walk: one member a room, in walking order.
#pragma once

#include "clean/clean_page.h"
#include "issue/assemble_issue.h"
#include "layout/find_layout.h"
#include "order/order_articles.h"
#include "recognize/recognize_lines.h"
#include "scan/read_scan.h"
#include "text/clean_text.h"

namespace banwen {

struct Options {
    ScanOptions scan;
    CleanOptions clean;
    LayoutOptions layout;
    RecognizeOptions recognize;
    OrderOptions order;
    IssueOptions issue;
    TextOptions text;
};

}  // namespace banwen
