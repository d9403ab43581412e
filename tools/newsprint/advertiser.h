// The words of advertisements, all invented.
#pragma once

#include <string>
#include <vector>

#include "dice.h"

namespace banwen::newsprint {

// Where the advertisers of an issue trade. Those of issues to be judged by are others than those of
// issues to tune on, as their stories are.
enum class Half { tuning, judging };
struct Town {
    std::u32string name;
    Half half = Half::tuning;
};

struct Advertiser {
    std::u32string name;
    std::u32string slogan;
    std::vector<std::u32string> items;  // goods, services, prices
    std::u32string telephone;
    std::u32string address;
};

// turn: advertisers of neighbouring turns differ.
Advertiser choose_advertiser(const Town& town, int turn, Dice& dice);

// Two lines of a public-service advertisement.
std::pair<std::u32string, std::u32string> public_slogan(const Town& town, Dice& dice);

// One classified line; many of them say the same but for a name and a number.
std::u32string classified_line(const Town& town, Dice& dice);

}  // namespace banwen::newsprint
