// Code points of UTF-8 text, and which script a code point belongs to.
#pragma once

#include <string>
#include <string_view>

namespace banwen {

// Each byte that is not part of well-formed UTF-8 becomes U+FFFD.
std::u32string from_utf8(std::string_view text);

// Surrogates and code points beyond U+10FFFF become U+FFFD.
std::string to_utf8(std::u32string_view text);

// A Chinese character, iteration mark 々 and the round zero 〇 among them; no punctuation.
bool is_han(char32_t c);

// A letter of the Latin script, accented ones too; full-width ones not.
bool is_latin(char32_t c);

// 0 to 9; full-width digits not.
bool is_digit(char32_t c);

}  // namespace banwen
