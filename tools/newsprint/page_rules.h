// The rules between the articles of a page and, where the paper has them, between their columns.
#pragma once

#include "page_plan.h"

namespace banwen::newsprint {

void print_page_rules(const PaperStyle& style, const Grid& grid, const PagePlan& plan, Sheet& sheet);

}  // namespace banwen::newsprint
