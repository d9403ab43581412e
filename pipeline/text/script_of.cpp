#include "text/script_of.h"

#include <algorithm>

#include "core/characters.h"

namespace banwen {

Script script_of(char32_t c) {
    if (is_han(c)) return Script::han;
    if (is_digit(c) || (c >= U'０' && c <= U'９')) return Script::digit;
    const bool wide_letter = (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
    return is_latin(c) || wide_letter ? Script::latin : Script::none;
}

Script script_before(std::u32string_view text, std::size_t at) {
    for (std::size_t i = at; i-- > 0;)
        if (const Script script = script_of(text[i]); script != Script::none) return script;
    return Script::none;
}

Script script_from(std::u32string_view text, std::size_t at) {
    for (std::size_t i = at; i < text.size(); ++i)
        if (const Script script = script_of(text[i]); script != Script::none) return script;
    return Script::none;
}

bool is_mostly_han(std::u32string_view text) {
    // A Latin word has about five letters where Han text has two characters.
    const auto han = std::count_if(text.begin(), text.end(), is_han);
    const auto latin = std::count_if(text.begin(), text.end(), is_latin);
    return han > 0 && han * 5 >= latin * 2;
}

}  // namespace banwen
