// Advertisements: shops, public service and classified lines, in the sizes that were sold.
#pragma once

#include <vector>

#include "advertiser.h"
#include "copy_desk.h"
#include "dice.h"

namespace banwen::newsprint {

// The box as one advertisement or, if large, as several of mixed sizes.
std::vector<Box> sell_space(const Box& box, Dice& dice);

// Appends one advertisement that fills the box.
PrintedArticle print_advertisement(const CopyDesk& desk, const Box& box, const Town& town, int article,
                                   Dice& dice, Sheet& sheet);

}  // namespace banwen::newsprint
