// What is known of a character's shape in print before looking: whether it fills a cell, where its ink lies
// in that cell, how wide the ink is.
#pragma once

#include "core/text_line.h"

namespace banwen {

// The first code point of the glyph's best reading; 0 without one.
char32_t character_of(const Glyph& glyph);

// Marks with their ink at the near side of a cell, so that the far side is white; and the other way round.
bool is_closing_mark(char32_t c);
bool is_opening_mark(char32_t c);
bool is_mark(char32_t c);  // these, and dashes, dots and the like

bool is_double_quote(char32_t c);  // “ or ”
bool is_hyphen(char32_t c);

// The mark that a glyph is which lay across a vertical line and has been turned upright: no letter can lie
// so, and corner quotes look like some. Of a glyph that looks like none, what was read stays.
Glyph as_turned_mark(Glyph glyph);

// Whether the character fills a Han character's cell; for ASCII marks the line around them tells.
bool is_full_width(char32_t c);

// What the ink measures, in em of a Han character.
struct InkSize {
    double least_width = 0;
    double most_width = 0;
    double most_height = 0;
    double lowest = 2;  // foot, below the head of the line with its margin
};
InkSize ink_size(char32_t c);

}  // namespace banwen
