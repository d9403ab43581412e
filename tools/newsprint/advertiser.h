// The words of advertisements, all invented.
#pragma once

#include <string>
#include <vector>

#include "dice.h"

namespace banwen::newsprint {

struct Advertiser {
    std::u32string name;
    std::u32string slogan;
    std::vector<std::u32string> items;  // goods, services, prices
    std::u32string telephone;
    std::u32string address;
};

Advertiser choose_advertiser(const std::u32string& place, Dice& dice);

// Two lines of a public-service advertisement.
std::pair<std::u32string, std::u32string> public_slogan(Dice& dice);

// One classified line; many of them say the same but for a name and a number.
std::u32string classified_line(const std::u32string& place, Dice& dice);

}  // namespace banwen::newsprint
