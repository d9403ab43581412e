// The page plan: the grid below the masthead divided into cells, each given the story that fills it
// best. Many divisions are thrown and priced; the one with the least white wins.
#pragma once

#include <optional>
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
    int index_rows = 0;               // of the box with the contents, 0: none
};

// A cell with its article; without one it is for what cell.use says.
struct Lot {
    Cell cell;
    std::optional<BoxPlan> box;
};

// Lots in reading order.
struct PagePlan {
    std::vector<Lot> lots;
    double cost = 0;
};

PagePlan plan_page(const CopyDesk& desk, const PageTask& task, Dice& dice);

}  // namespace banwen::newsprint
