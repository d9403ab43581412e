// What a line is made of: Han characters, marks, gaps and the parts of Latin words that keep
// together, with the widths they ask for and the white they can give up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "set_lines.h"

namespace banwen::newsprint {

// How a part of a Latin word or number hangs on the one before it.
enum class Joint {
    none,    // a token of its own
    closed,  // may not be divided here
    bare,    // a number or an address: may be divided, nothing is added
    hyphen   // a word: may be divided, with a hyphen at the line's end
};

struct Token {
    std::u32string text;
    std::u32string shown;  // the glyphs, other than `text` in upright lines
    std::size_t end = 0;   // offset behind it in the source
    double width = 0;      // mm
    double before = 0;     // mm of white between Han and Latin; negative between two marks
    double squeeze = 0;    // mm it can give up
    bool space = false;
    bool latin = false;
    Joint joint = Joint::none;
};

// The tokens of `text` from `start` on.
std::vector<Token> cut_tokens(const TypeCase& type_case, std::u32string_view text, std::size_t start,
                              const Setting& setting);

}  // namespace banwen::newsprint
