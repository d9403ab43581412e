// Spaces: one where the print leaves a gap, none where a mark already leaves white.
#pragma once

#include "text/edit.h"

namespace banwen {

// Runs of spaces, ideographic ones too, become one; those at the ends, before closing marks (，。）”) and
// behind opening ones (（《“) or a comma (，、；：) go.
std::vector<Edit> set_spaces(const std::u32string& text);

}  // namespace banwen
