// Find rotation: by how many quarter turns a page lies wrong, told from its commas and full stops.
//
// In horizontal type the small marks 。，、 and . , follow a character closely, stand low, and leave the rest
// of their square empty: little space before, much after, below the middle of the line. In vertical type they
// stand at the upper right of their square: much space after, right of the middle. Turning the page turns
// this signature, and no two of the cases look alike:
//
//   lines run   empty space   the mark sits   so the page is
//   across      right         low             upright
//   across      left          high            upside down                        180
//   down        below         right           upright, vertical type
//   down        above         left            upside down, vertical type         180
//   down        below         left            turned a quarter clockwise         270 makes it upright
//   down        above         right           turned a quarter anticlockwise      90
//
// Each small mark of a line votes. A page is turned only on a clear majority of many votes: opening quotation
// marks, centred punctuation (Traditional type) and the dots of characters vote for nothing or at random.
// Pages without punctuation (old vertical type, tables, pictures) therefore stay as they are, which is also
// right for nearly all scans.
#pragma once

#include "core/found.h"
#include "core/image.h"

namespace banwen {

constexpr double kSureRotation = 0.5;  // confidence below which a page is not turned by quarters

// Quarter turns clockwise, in degrees (0, 90, 180, 270), that make the page upright. `ink` must stand within
// about 1° of a quarter turn; `type_size` in its px. {0, 0} when unsure.
Found<int> find_rotation(const GrayImage& ink, double type_size);

}  // namespace banwen
