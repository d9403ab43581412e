// Text on its way to being clean, and the changes made to it. Each rule of the text room is a pure function
// from text to edits, so that what it changes can be seen, tested and told.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/text_line.h"

namespace banwen {

// Text with the glyph that each code point was read from; null for what joining or a rule put in.
struct SourcedText {
    std::u32string text;
    std::vector<const Glyph*> source;  // as long as text
};

// Replaces [start, end) of a text.
struct Edit {
    std::size_t start = 0;
    std::size_t end = 0;
    std::u32string with;
};

// Edits stand in order and do not overlap. A replacement takes its glyphs from what it replaces, place by
// place.
std::u32string apply_edits(const std::u32string& text, const std::vector<Edit>& edits);
SourcedText apply_edits(SourcedText text, const std::vector<Edit>& edits);

}  // namespace banwen
