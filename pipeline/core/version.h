// The version of this library, as the project's CMakeLists.txt says it.
#pragma once

#include <string_view>

namespace banwen {

std::string_view version();

}  // namespace banwen
