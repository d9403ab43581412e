// Whether two readings may be of the same print: they agree as far as the recognizer was sure.
#pragma once

#include <cstddef>
#include <span>

#include "core/text_line.h"

namespace banwen {

struct Agreement {
    std::size_t same = 0;      // both have one best reading, or each offers the other's
    std::size_t doubtful = 0;  // they differ, but one of the two was not sure
    std::size_t against = 0;   // they differ, and both were sure
    std::size_t length() const { return same + doubtful + against; }
};

// Glyph by glyph, as far as the shorter one goes.
Agreement compare_readings(std::span<const Glyph> a, std::span<const Glyph> b);

// The same print: at least three glyphs agree, at most one in five is doubtful, none or (in long runs) one in
// ten stands against it.
bool may_be_same_print(const Agreement& agreement);

// The whole lines, where one may have a few glyphs more or less than the other: at least 70 % of the longer
// one's pairs of neighbours stand in the other too.
bool are_alike(const TextLine& a, const TextLine& b);

}  // namespace banwen
