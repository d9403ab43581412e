// What a paper calls its list of contents: 今日要目, 导读, …
#pragma once

#include <string_view>

namespace banwen {

// Whether the line is no more than such a name.
bool is_contents_name(std::u32string_view line);

}  // namespace banwen
