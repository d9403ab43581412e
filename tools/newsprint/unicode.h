// UTF-8 to code points and back, and the classes of characters that Chinese typesetting asks for.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace banwen::newsprint {

// Throws std::runtime_error on malformed UTF-8: the prose bank is ours, so that is a mistake in it.
std::u32string from_utf8(std::string_view text);
std::string to_utf8(std::u32string_view text);

std::u32string joined(std::initializer_list<std::u32string_view> parts);

// Characters of a Latin word or number, which keeps together on a line.
bool is_latin(char32_t c);
// Closing marks, which no line may begin with (、，。；：！？）》” …).
bool may_not_begin_line(char32_t c);
// Opening marks, which no line may end with (（《“ …).
bool may_not_end_line(char32_t c);
// The part of an em that is white within the mark's own cell and may be squeezed away, 0 for a letter.
double squeezable_ems(char32_t c);

// The forms that marks and digits take in an upright line, character by character; “” become the
// corner brackets that stand there.
std::u32string upright_forms(std::u32string_view text);

// The first quotation mark or bracket without its partner, 0 when all have theirs.
char32_t lonely_mark(std::u32string_view text);

}  // namespace banwen::newsprint
