// The order of file names as people count: 2 before 10, 第二版 before 第十版.
#pragma once

#include <string_view>

namespace banwen {

// Strict weak order over names of any bytes, whatever the locale. Runs of ASCII digits and of Chinese
// numerals count as numbers; of two names that differ only in how they write a number, the smaller bytes come
// first.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace banwen
