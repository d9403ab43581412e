// Who the paper is and which day it is: the words of masthead and folio lines.
#pragma once

#include <string>

#include "advertiser.h"
#include "dice.h"
#include "sheet.h"

namespace banwen::newsprint {

struct PaperWords {
    Masthead masthead;
    Town town;                 // of publication, 柳溪
    std::u32string publisher;  // imprint under the name
    std::u32string address;    // on the network
    std::u32string telephone;
    int pages = 2;
};

// Words for a paper of this name on this day (yyyy-mm-dd); an empty name or date is thrown.
// Throws std::invalid_argument for what is no date.
struct PaperIdentity {
    std::string paper;
    std::string date;
    PaperWords words;
};
PaperIdentity choose_identity(const std::string& paper, const std::string& date, int pages, Dice& dice);

// An invented person's name.
std::u32string invented_name(Dice& dice);

}  // namespace banwen::newsprint
