// Lines become one text: what a line's end stood for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/text_line.h"
#include "text/edit.h"
#include "text/paper_words.h"

namespace banwen {

// How two lines are joined: so many code points are dropped from the first one's end, then `between` is put
// in.
struct Joint {
    std::size_t drop = 0;
    std::u32string_view between;
};

// Han joins without a space, Latin words get theirs back, a word that was divided is made whole. A hyphen
// stays where the word has one of its own (divided_word.h), before a capital or a digit, and in an address.
Joint joint_between(std::u32string_view first, std::u32string_view second, const PaperWords& words = {});

// The lines as one text in NFC, with a space where the print leaves a gap.
SourcedText join_lines(const std::vector<TextLine>& lines, const PaperWords& words = {});

}  // namespace banwen
