// Setting: text to justified lines of a fixed pitch, by the rules of Chinese composition. No line
// begins with a closing mark or ends with an opening one, Latin words and numbers keep together
// where they can, marks give up white before letters are spaced out.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "type_case.h"

namespace banwen::newsprint {

// A piece is what is placed as one: a Han character, a mark, a Latin word. x in mm from the line's
// left end, or its top end when it stands upright.
struct Piece {
    std::u32string text;  // the glyphs
    double x = 0;
    bool turned = false;  // Latin in an upright line lies on its side
};

struct SetLine {
    std::u32string text;  // as printed, without the indent
    std::vector<Piece> pieces;
    double width = 0;      // mm, from 0 to the end of the last piece
    std::size_t end = 0;   // offset in the source text behind this line
    bool divided = false;  // ends with a hyphen that the text does not have
};

enum class LineMode { level, upright };
enum class Numbers { kept, divided };  // at line ends
enum class MarkPairs { full, kerned };
enum class Margin { straight, hanging };  // hanging: a closing mark may stand beyond the measure

// How lines are set. Widths in mm, the others in ems.
struct Setting {
    Face face;
    double em = 3.5;             // mm
    double width = 45;           // mm, the column measure
    double indent_ems = 2;       // of the first line
    double latin_gap_ems = 0.1;  // between Han and Latin
    double tracking_ems = 0;     // added behind every piece (display lines)
    double gap_ems = 1.0;        // a deliberate space between Han characters
    LineMode mode = LineMode::level;
    Numbers numbers = Numbers::kept;
    MarkPairs pairs = MarkPairs::full;
    Margin margin = Margin::straight;
};

// Sets the text from `start` on; with start > 0 the first line is a continuation, without indent.
// The last line is not justified.
std::vector<SetLine> set_paragraph(const TypeCase& type_case, std::u32string_view text, std::size_t start,
                                   const Setting& setting);

// The same with a measure for each line, asked for by the line's number from 0.
std::vector<SetLine> set_paragraph(const TypeCase& type_case, std::u32string_view text, std::size_t start,
                                   const Setting& setting, const std::function<double(std::size_t)>& measure);

// One line at its natural width whatever the measure: headlines, folios.
SetLine set_display_line(const TypeCase& type_case, std::u32string_view text, const Setting& setting);

}  // namespace banwen::newsprint
