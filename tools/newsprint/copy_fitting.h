// Copy fitting: the lines of a story at a measure, and their flow through the slots of a box.
#pragma once

#include <vector>

#include "paper_style.h"
#include "prose.h"
#include "set_lines.h"

namespace banwen::newsprint {

// Where in a story the setting stands: a paragraph and a code point of it.
struct Position {
    std::size_t paragraph = 0;
    std::size_t offset = 0;
};

struct CopyLine {
    SetLine set;
    ParagraphKind kind = ParagraphKind::body;
    std::size_t paragraph = 0;
    int rows = 1;
    bool table_row = false;
    double left = 0;  // mm from the slot's left edge
};

// A run of rows in one column that text may fill.
struct Slot {
    double x = 0;  // mm
    int row = 0;   // of the box's rows, counted from its content's top
    int rows = 0;
    double measure = 0;  // mm
    int column = 0;      // of the box
};

struct Placement {
    std::size_t line = 0;
    std::size_t slot = 0;
    int row = 0;  // within the slot
};

struct Flow {
    std::vector<Placement> placed;  // the first placed.size() lines
    int rows_left = 0;              // after the last line, in all slots together
};

// How one box sets its text.
struct Composition {
    std::vector<CopyLine> lines;
    Flow flow;
};

// All lines from `from` to the story's end at one measure, in mm.
std::vector<CopyLine> set_copy(const TypeCase& type_case, const PaperStyle& style, const BodyType& type,
                               const Story& story, Position from, double measure);

// Fills the slots in turn with the first `count` lines. A cross-head never ends a column.
Flow flow_lines(const std::vector<CopyLine>& lines, std::size_t count, const std::vector<Slot>& slots);

// Sets the paragraphs before `paragraphs` straight into slots of different measures: what text that
// runs round a photo needs. flow.placed is shorter than lines when the slots are too few.
Composition set_into_slots(const TypeCase& type_case, const PaperStyle& style, const BodyType& type,
                           const Story& story, Position from, std::size_t paragraphs,
                           const std::vector<Slot>& slots);

// Takes `rows` away from the feet of the slots so that they end level, the last ones giving first.
std::vector<Slot> level_feet(std::vector<Slot> slots, int rows);

}  // namespace banwen::newsprint
