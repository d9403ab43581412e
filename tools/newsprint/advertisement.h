// Advertisements: shops, public service and classified lines, in the sizes that were sold.
#pragma once

#include <vector>

#include "advertiser.h"
#include "copy_desk.h"
#include "dice.h"

namespace banwen::newsprint {

// The box as one advertisement or, if large, as several of mixed sizes.
std::vector<Box> sell_space(const Box& box, Dice& dice);

// Whether the customer's own words, title and all, can be set in the box, in readable type and without a
// hole.
bool fits_advertisement(const CopyDesk& desk, const Box& box, const Story& copy);

// Appends an advertisement in the customer's own words, which fit the box.
PrintedArticle print_own_words(const CopyDesk& desk, const Box& box, const Story& copy, int article,
                               Dice& dice, Sheet& sheet);

// Appends one advertisement of the trade's usual kinds that fills the box.
PrintedArticle print_advertisement(const CopyDesk& desk, const Box& box, const Town& town, int article,
                                   Dice& dice, Sheet& sheet);

}  // namespace banwen::newsprint
