// Full-width and half-width: marks between Han characters are full-width (GB/T 15834), those inside numbers,
// Latin words, times and addresses are ASCII.
#pragma once

#include "text/edit.h"

namespace banwen {

// Full-width letters, digits and signs of numbers (％ ／ ＋ …) become ASCII; ，．：；？！（） and their ASCII
// forms are set by what stands around them. Where that does not tell, they stay as read.
std::vector<Edit> set_widths(const std::u32string& text);

// Every full-width form that has an ASCII one becomes it; 。、“” and 《》 have none and stay.
std::vector<Edit> set_ascii(const std::u32string& text);

}  // namespace banwen
