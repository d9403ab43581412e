// vote: several looks at one line, told apart character by character.
#pragma once

#include <span>
#include <vector>

#include "core/text_line.h"

namespace banwen {

// Each look holds the glyphs that it read of the line, from left to right, with boxes in one frame in which a
// Han character is `type_size` px wide. Gives the glyphs that the looks agree on best, each with all readings
// that any look offered, the likeliest first, and their confidences those of the looks taken together. One
// look comes back as it is; none gives none.
std::vector<Glyph> voted(std::span<const std::vector<Glyph>> looks, double type_size);

}  // namespace banwen
