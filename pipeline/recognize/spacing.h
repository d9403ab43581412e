// Spaces: where the print leaves a gap on purpose, and nowhere else.
#pragma once

#include <vector>

#include "core/layout.h"
#include "core/text_line.h"

namespace banwen {

struct SpacingOptions {
    WritingMode mode = WritingMode::horizontal;
    double type_size = 0;      // px of one Han character, where the line itself does not tell
    double min_gap_em = 0.45;  // white beyond the usual distance that counts as a space
};

// Sets space_before of each glyph. Beside a full-width character the white between the boxes decides, after
// taking off the white that belongs to the characters' own cells and to an evenly loose setting; between
// narrow characters (Latin letters, digits) the engine's word stands, which space_before holds on entry.
std::vector<Glyph> with_spaces(std::vector<Glyph> glyphs, const SpacingOptions& options);

}  // namespace banwen
