// Traditional characters written as simplified ones, where that is asked for.
#pragma once

#include "text/edit.h"

namespace banwen {

// False in a build without OpenCC, or where its tables are not installed: then text stays as it is printed.
bool can_convert_script();

// Words first (乾隆 stays 乾隆), then characters; every character keeps its place.
std::vector<Edit> to_simplified(const std::u32string& text);

}  // namespace banwen
