// second_looks: which lines are worth being looked at again, by what, and how.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/text_line.h"
#include "recognize/effort.h"
#include "recognize/line_image.h"
#include "recognize/recognizer.h"

namespace banwen {

struct FurtherLook {
    Look look;
    Recognizer* engine = nullptr;  // never null
    double cost = 1;               // where the first look at the line costs 1
};

struct SecondLooks {
    std::vector<FurtherLook> looks;  // beside the first
    double sure = 0;    // a line all whose characters are at least so sure is not looked at again
    double budget = 0;  // what they may cost, as a share of the first look at all lines
};

// `first` is the look that `engine` had at all lines. Where the engine knows a second opinion, that is asked.
SecondLooks second_looks(Effort effort, const Look& first, Recognizer& engine);

// A line read once, and what that cost in any unit.
struct FirstReading {
    std::span<const Glyph> glyphs;
    double cost = 0;
};

// The lines with the least sure characters, as many as the budget allows when each is read once more for each
// of the looks. Indices in rising order; the same lines give the same ones.
std::vector<std::size_t> doubtful_lines(std::span<const FirstReading> lines, const SecondLooks& second);

}  // namespace banwen
