// One article in one box of the page: which story, how much of it, how high its heading, whether a
// photo helps to fill. Planning tries and prices; printing follows the plan to the letter.
#pragma once

#include <optional>
#include <vector>

#include "box_shape.h"
#include "copy_desk.h"

namespace banwen::newsprint {

struct PhotoPlan {
    Box picture;  // on the page; empty: no photo
    Box caption;  // where its lines stand
    std::vector<SetLine> lines;
};

struct BoxPlan {
    Cell cell;
    BoxDress dress;
    Copy copy;
    Room room;
    Head head;
    Box head_area;  // on the page
    int head_rows = 0;
    double body_leading = 0;     // of the rows below the heading
    std::vector<Slot> slots;     // in the room's frame
    std::size_t lines = 0;       // of the copy that are printed here
    std::size_t paragraphs = 0;  // of the story that are printed at all
    Position rest;               // where a leaving article goes on
    PhotoPlan photo;
    double cost = 0;  // rows of white that should not be, and other displeasures

    // From the room's edge, in mm across the lines.
    double row_top(double row) const {
        return row <= head_rows ? row * room.leading
                                : head_rows * room.leading + (row - head_rows) * body_leading;
    }
};

// The size of captions set in a body of this em.
inline double caption_size(const BodyType& type) {
    return 0.88 * type.em;
}

// The best way to fill the cell with the copy; nothing when it cannot be done decently.
std::optional<BoxPlan> plan_box(const CopyDesk& desk, const Grid& grid, const Cell& cell,
                                const BoxDress& dress, const Copy& copy);

// The lines of a planned box in its slots.
Composition compose(const CopyDesk& desk, const BoxPlan& plan);

}  // namespace banwen::newsprint
