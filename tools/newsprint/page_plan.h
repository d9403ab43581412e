// The page plan: the grid below the masthead divided into boxes, each given the story that fills it
// best. Many divisions are thrown and priced; the one with the least white wins.
#pragma once

#include <vector>

#include "box_plan.h"

namespace banwen::newsprint {

// What a page must take into account from the pages before it.
struct PageTask {
    Grid grid;
    int number = 1;
    std::vector<std::size_t> unused;  // stories that may still be printed
    std::vector<Copy> arriving;       // rests of jumped articles that must be placed here
    int jump_to = 0;                  // page that one long article goes on to, 0: none
};

// Boxes in reading order. cells without a story (the bank had none that fits) are in `empty`.
struct PagePlan {
    std::vector<BoxPlan> boxes;
    std::vector<Cell> empty;
    double cost = 0;
};

PagePlan plan_page(const CopyDesk& desk, const PageTask& task, Dice& dice);

}  // namespace banwen::newsprint
