#include "scan/natural_order.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "core/characters.h"
#include "core/han_numeral.h"

namespace banwen {
namespace {

// Each character of a Han number takes as many bytes.
constexpr std::size_t kNumeralBytes = 3;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<int> numeral_at(std::string_view text) {
    const std::u32string first = from_utf8(text.substr(0, kNumeralBytes));
    return first.size() == 1 ? han_numeral(first.front()) : std::nullopt;
}

std::string without_leading_zeros(std::string_view digits) {
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string_view::npos ? "" : std::string(digits.substr(first));
}

// Numbers of any length as digit strings: file names hold time stamps and bar codes.
std::string take_digits(std::string_view& rest) {
    std::size_t end = 0;
    while (end < rest.size() && is_digit(rest[end]))
        ++end;
    std::string number = without_leading_zeros(rest.substr(0, end));
    rest.remove_prefix(end);
    return number;
}

// With units as in 二十三 or 一百零五, without them digit by digit as in 一九四九.
std::string take_numerals(std::string_view& rest) {
    std::string digits;
    std::int64_t sum = 0;
    std::int64_t pending = -1;
    bool has_units = false;
    while (const std::optional<int> numeral = numeral_at(rest)) {
        rest.remove_prefix(kNumeralBytes);
        if (*numeral < 10) {
            digits += static_cast<char>('0' + *numeral);
            pending = *numeral;
            continue;
        }
        const bool multiplies = *numeral != 20 && *numeral != 30;
        sum += *numeral * (multiplies && pending >= 0 ? pending : 1);
        pending = -1;
        has_units = true;
    }
    return has_units ? std::to_string(sum + std::max<std::int64_t>(pending, 0))
                     : without_leading_zeros(digits);
}

std::optional<std::string> take_number(std::string_view& rest) {
    if (!rest.empty() && is_digit(rest.front())) return take_digits(rest);
    if (numeral_at(rest)) return take_numerals(rest);
    return std::nullopt;
}

// The dot before an extension comes first of all, so that page1.tif stands before page1-left.tif.
unsigned char folded(char c) {
    if (c == '.') return 0;
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

std::strong_ordering by_size(const std::string& a, const std::string& b) {
    if (a.size() != b.size()) return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

std::strong_ordering compare(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        const std::optional<std::string> number_a = take_number(a);
        const std::optional<std::string> number_b = take_number(b);
        if (number_a.has_value() != number_b.has_value())
            return number_a ? std::strong_ordering::less : std::strong_ordering::greater;
        std::strong_ordering order = std::strong_ordering::equal;
        if (number_a) {
            order = by_size(*number_a, *number_b);
        } else {
            order = folded(a.front()) <=> folded(b.front());
            a.remove_prefix(1);
            b.remove_prefix(1);
        }
        if (order != std::strong_ordering::equal) return order;
    }
    return a.size() <=> b.size();
}

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
    const std::strong_ordering order = compare(a, b);
    return order == std::strong_ordering::equal ? a < b : order == std::strong_ordering::less;
}

}  // namespace banwen
