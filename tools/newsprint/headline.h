// The heading of an article: kicker, title and subtitle as decks of display lines.
#pragma once

#include <vector>

#include "paper_style.h"
#include "prose.h"
#include "sheet.h"

namespace banwen::newsprint {

enum class Side { left, right };
// What a heading stands on, and how its kicker is set off.
enum class HeadGround { paper, tint, ink };
enum class KickerLook { plain, reversed, framed };

struct HeadDress {
    Mode mode = Mode::horizontal;
    Align align = Align::centre;
    Side side = Side::left;  // of an upright heading beside level text
    HeadGround ground = HeadGround::paper;
    KickerLook kicker = KickerLook::plain;
    Face face;
};

struct Deck {
    Kind kind = Kind::headline;
    Face face;
    double size = 8;      // mm
    double tracking = 0;  // ems
    std::vector<std::u32string> lines;
};

// extent: mm across the decks, i.e. the height of a horizontal head, the width of a vertical one.
// No decks: the heading cannot be set in the room given.
struct Head {
    HeadDress dress;
    std::vector<Deck> decks;
    double extent = 0;
};

// room: mm along the decks' lines; columns: of the page that the box spans, which sets the size.
Head plan_head(const TypeCase& type_case, const PaperStyle& style, const Story& story, const HeadDress& dress,
               double room, int columns);

// The heading's lines within `area`, appended to the sheet as regions of `article`.
void print_head(const TypeCase& type_case, const Head& head, const Box& area, int article, Sheet& sheet);

// The title without its division marks.
std::u32string plain_title(const std::u32string& marked);

}  // namespace banwen::newsprint
