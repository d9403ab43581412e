// How much of a short headline stands in a longer one: continuations and index lines repeat headlines in
// short.
#pragma once

#include <string>
#include <string_view>

#include "core/article.h"

namespace banwen {

// Kicker, title and subtitle as they were read.
std::u32string heading_of(const Article& article);

// Share of the stub's pairs of neighbouring characters that stand in the whole too, 0..1; 0 for a stub of one
// character.
double headline_likeness(std::u32string_view whole, std::u32string_view stub);

}  // namespace banwen
