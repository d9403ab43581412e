#include "issue/numerals.h"

#include "core/characters.h"
#include "core/han_numeral.h"

namespace banwen {
namespace {

constexpr std::size_t kMaxLength = 8;
int han_digit(char32_t c) {
    if (c == U'○' || c == U'Ｏ') return 0;  // as many papers print 〇
    const int value = han_numeral(c).value_or(-1);
    return value < 10 ? value : -1;
}

int unit(char32_t c) {
    const int value = han_numeral(c).value_or(0);
    return value >= 10 ? value : 0;
}

Numeral read_arabic(std::u32string_view text) {
    Numeral numeral;
    while (numeral.length < text.size() && numeral.length < kMaxLength && is_digit(text[numeral.length]))
        numeral.value = numeral.value * 10 + static_cast<int>(text[numeral.length++] - U'0');
    return numeral;
}

// 二〇二四 digit by digit.
Numeral read_digits(std::u32string_view text) {
    Numeral numeral;
    while (numeral.length < text.size() && numeral.length < kMaxLength &&
           han_digit(text[numeral.length]) >= 0)
        numeral.value = numeral.value * 10 + han_digit(text[numeral.length++]);
    return numeral;
}

// 十二, 二十三, 廿三, 一百二十.
Numeral read_units(std::u32string_view text) {
    Numeral numeral;
    int digit = 0;
    for (; numeral.length < text.size() && numeral.length < kMaxLength; ++numeral.length) {
        const char32_t c = text[numeral.length];
        if (unit(c) == 20 || unit(c) == 30) {
            numeral.value += unit(c);
        } else if (unit(c) != 0) {
            numeral.value += unit(c) * (digit == 0 ? 1 : digit);
        } else if (han_digit(c) < 0) {
            break;
        }
        digit = unit(c) != 0 ? 0 : han_digit(c);
    }
    numeral.value += digit;
    return numeral;
}

}  // namespace

Numeral read_numeral(std::u32string_view text) {
    const std::u32string narrowed = narrow(text.substr(0, kMaxLength));
    if (!narrowed.empty() && is_digit(narrowed.front())) return read_arabic(narrowed);
    const Numeral digits = read_digits(text);
    const Numeral units = read_units(text);
    return units.length > digits.length ? units : digits;
}

std::u32string narrow(std::u32string_view text) {
    std::u32string out(text);
    for (char32_t& c : out) {
        if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
        if (c == 0x3000) c = U' ';
    }
    return out;
}

}  // namespace banwen
