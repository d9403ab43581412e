// How much second looks at doubtful lines may cost.
#pragma once

#include <string_view>

namespace banwen {

// Beside reading each line once: fast nothing, normal half as much again, high three times as much.
enum class Effort { fast, normal, high };

// As --effort names it.
std::string_view name_of(Effort effort);

}  // namespace banwen
