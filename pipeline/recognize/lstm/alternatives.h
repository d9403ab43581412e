// What else a character could be: the characters that the same steps would show next best.
#pragma once

#include <span>
#include <vector>

#include "recognize/lstm/forward_pass.h"
#include "recognize/lstm/model.h"

namespace banwen::lstm {

// Steps [first, last) that show one code.
struct CodeRun {
    int first = 0;
    int last = 0;
};

struct Alternative {
    int character = 0;
    float certainty = 0;  // as DecodedCharacter's
};

// At most `most` characters with as many codes as there are runs, the likeliest first, without `chosen` and
// without those that the model forbids. Characters with fewer or more codes are not considered.
std::vector<Alternative> find_alternatives(const Model& model, const Probabilities& probabilities, int line,
                                           std::span<const CodeRun> runs, int chosen, std::size_t most);

}  // namespace banwen::lstm
