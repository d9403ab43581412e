// Where an issue's copy comes from: one half of the prose bank, by seed. What was looked at while the
// program was tuned is never what it is judged by.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "prose.h"

namespace banwen::newsprint {

// Seeds from here on make judging pages and draw from the bank's folder `judging`, all below from `tuning`.
inline constexpr std::uint64_t kFirstJudgingSeed = 200;

// The stories for an issue. bank: a folder with the halves `tuning` and `judging`, or a folder of prose
// files, which serves every seed. Throws std::runtime_error saying what is missing.
std::vector<Story> gather_copy(const std::string& bank, std::uint64_t seed);

}  // namespace banwen::newsprint
