// Setting: text to justified lines of a fixed pitch, by the rules of Chinese composition. No line
// begins with a closing mark or ends with an opening one, Latin words and numbers keep together,
// marks give up white before letters are spaced out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "type_case.h"

namespace banwen::newsprint {

// A piece is what is placed as one: a Han character, a mark, a Latin word. x in mm from the line's
// left end; the baseline is the line's.
struct Piece {
    std::u32string text;
    double x = 0;
};

struct SetLine {
    std::u32string text;  // as printed, without the indent
    std::vector<Piece> pieces;
    double width = 0;     // mm, from 0 to the end of the last piece
    std::size_t end = 0;  // offset in the source text behind this line
};

// How lines are set. Widths in mm, the others in ems.
struct Setting {
    Face face;
    double em = 3.5;             // mm
    double width = 45;           // mm, the column measure
    double indent_ems = 2;       // of the first line
    double latin_gap_ems = 0.1;  // between Han and Latin
    double tracking_ems = 0;     // added behind every piece (display lines)
    double gap_ems = 1.0;        // a deliberate space between Han characters
};

// Sets the text from `start` on; with start > 0 the first line is a continuation, without indent.
// The last line is not justified.
std::vector<SetLine> set_paragraph(const TypeCase& type_case, std::u32string_view text, std::size_t start,
                                   const Setting& setting);

// One line at its natural width whatever the measure: headlines, folios.
SetLine set_display_line(const TypeCase& type_case, std::u32string_view text, const Setting& setting);

}  // namespace banwen::newsprint
