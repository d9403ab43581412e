// The sample issue as it comes out of the text room, and its output folder: what each format is read back
// from.
#pragma once

#include <filesystem>

#include "core/issue.h"

namespace banwen::test {

// From the truth's lines, as if each had been recognized without a mistake.
const Issue& printed_sample();

// The same with text in it that breaks markup: ]]>, control characters, bidi overrides, characters of four
// bytes, and gaps that are printed on purpose.
Issue hostile_sample();

// Writes the issue in every format below `output` and gives its folder.
std::filesystem::path write_all_formats(const Issue& issue, const std::filesystem::path& output);

}  // namespace banwen::test
