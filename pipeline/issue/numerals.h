// Numbers as newspapers print them: 12, １２, 十二, 二十, 二〇二四, 廿三.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace banwen {

struct Numeral {
    int value = 0;
    std::size_t length = 0;  // code points; 0 where no number stands
};

// The number that begins `text`, Arabic or Han, up to 8 characters.
Numeral read_numeral(std::u32string_view text);

// Full-width letters, digits and marks become ASCII, the ideographic space a space; one code point for one.
std::u32string narrow(std::u32string_view text);

}  // namespace banwen
