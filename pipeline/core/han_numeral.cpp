#include "core/han_numeral.h"

#include <string_view>

namespace banwen {

std::optional<int> han_numeral(char32_t c) {
    constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
    if (const std::size_t digit = kDigits.find(c); digit != std::u32string_view::npos)
        return static_cast<int>(digit);
    switch (c) {
        case U'零':
            return 0;
        case U'两':
        case U'兩':
            return 2;
        case U'十':
            return 10;
        case U'廿':
            return 20;
        case U'卅':
            return 30;
        case U'百':
            return 100;
        case U'千':
            return 1000;
        default:
            return std::nullopt;
    }
}

}  // namespace banwen
