// Quotation marks turned the right way: recognizers write one mark for both.
#pragma once

#include "text/edit.h"

namespace banwen {

// In Chinese text every double mark (" “ ” ＂) becomes “ or ”, every single one that is no apostrophe ‘ or ’,
// so that they open and close in turn with the least contradiction to what stands around them; one that was
// lost does not turn the rest round. Text that is not Chinese stays as it is.
std::vector<Edit> pair_quotes(const std::u32string& text);

}  // namespace banwen
