// The table of harms: each knob's name on the command line and in the truth, its range, what it does.
#pragma once

#include <string>
#include <vector>

#include "wear.h"

namespace banwen::newsprint {

struct Harm {
    const char* name;
    double& (*knob)(Wear&);
    double least;
    double most;
    bool may_rest;  // 0 is allowed too, and does nothing
    const char* what;
};

const std::vector<Harm>& all_harms();

// The knob's figure.
double knob_of(const Harm& harm, Wear wear);

// The wear with knobs set as "name=figure" says; of two settings of one knob the last holds.
// Throws std::invalid_argument for what is no setting, no harm or out of range.
Wear with_harms(Wear wear, const std::vector<std::string>& settings);

}  // namespace banwen::newsprint
