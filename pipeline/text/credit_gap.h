// Names of a credit that a line's end parts: （记者 林照 | 陆知秋）. The gap between them is not printed
// there.
#pragma once

#include <string_view>

namespace banwen {

// True when `first` ends within a credit, in brackets or as a line that begins with 本报记者, and what stands
// on either side of the line's end is long enough to be a name or role of its own: two characters at least.
// With fewer it is one name cut in two (何青 | 禾).
bool parts_names(std::u32string_view first, std::u32string_view second);

// True for a line that only names who wrote: 本报记者 林照 通讯员 陆知秋.
bool is_credit(std::u32string_view line);

}  // namespace banwen
