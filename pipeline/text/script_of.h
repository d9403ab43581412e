// What kind of text a place stands in: marks are set full-width among Han and half-width among Latin.
#pragma once

#include <cstddef>
#include <string_view>

namespace banwen {

enum class Script { none, han, latin, digit };

// Of one code point; marks, spaces and signs have none.
Script script_of(char32_t c);

// Of the nearest letter or digit before `at`, or from `at` on. Spaces and marks in between are passed over.
Script script_before(std::u32string_view text, std::size_t at);
Script script_from(std::u32string_view text, std::size_t at);

// Chinese text, also with a few Latin words in it; false for text without Han.
bool is_mostly_han(std::u32string_view text);

}  // namespace banwen
