// How this room says no: one line that names the file, what is wrong with it and what to do.
#pragma once

#include <string>
#include <string_view>

#include "core/error.h"

namespace banwen {

// "FILE: what; advice" as Error(unreadable_input). Control characters of the name are escaped, so that the
// message stays one line.
Error unreadable(std::string_view file, std::string_view what, std::string_view advice);

}  // namespace banwen
