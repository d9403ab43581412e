// Text lines put down by hand: one glyph a character, one em a Han character.
#pragma once

#include <string>

#include "core/characters.h"
#include "core/text_line.h"

namespace banwen {

// A line of `text` whose ink begins at (left, top); a space becomes the next glyph's space_before. The
// measure is 12 em wide and begins at x = 0.
inline TextLine printed_line(const std::string& text, int left = 0, int top = 0, LineId id = {1, 0}) {
    constexpr int kEm = 40;
    TextLine line;
    line.id = id;
    line.type_size = kEm;
    bool space = false;
    int x = left;
    for (const char32_t c : from_utf8(text)) {
        const int width = is_latin(c) || is_digit(c) ? kEm / 2 : kEm;
        if (c != U' ')
            line.glyphs.push_back(
                {{x, top, width, kEm}, {{to_utf8(std::u32string(1, c)), 0.9}}, space && x > left});
        space = c == U' ';
        x += width;
    }
    line.box = {left, top, x - left, kEm};
    line.measure = {0, top, 12 * kEm, kEm};
    return line;
}

}  // namespace banwen
