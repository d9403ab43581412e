// How the language goes: an optional help where the recognizer was in doubt.
#pragma once

#include <string_view>

namespace banwen {

// Whether this build has libime and this machine its model of simplified Chinese.
bool knows_language();

// Log10 of how likely the run of Han characters is, cut into words in the likeliest way. 0 without a model.
// Only differences between runs of one length mean something.
double likelihood(std::u32string_view han);

}  // namespace banwen
