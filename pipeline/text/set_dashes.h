// Dashes, ellipses and middle dots in the forms of GB/T 15834: ——, ……, ·.
#pragma once

#include "text/edit.h"

namespace banwen {

// In Chinese text: a run of two or more dashes becomes ——, a run of three or more dots or any … becomes ……, a
// bullet between Han characters becomes ·. Text that is not Chinese stays as it is.
std::vector<Edit> set_dashes(const std::u32string& text);

}  // namespace banwen
