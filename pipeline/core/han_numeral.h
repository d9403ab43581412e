// The characters that Han numbers are written with.
#pragma once

#include <optional>

namespace banwen {

// What the character counts in a Han number: 0 to 9 for a digit (〇 and 零, 二 and 两, 兩), 10, 100, 1000 for
// a unit that multiplies the digit before it (十, 百, 千), 20 and 30 for two that do not (廿, 卅). Nothing for
// any other character.
std::optional<int> han_numeral(char32_t c);

}  // namespace banwen
