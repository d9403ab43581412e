// What a build without OpenCC has in place of convert_script.cpp.
#include "text/convert_script.h"

namespace banwen {

bool can_convert_script() {
    return false;
}

std::vector<Edit> to_simplified(const std::u32string&) {
    return {};
}

}  // namespace banwen
