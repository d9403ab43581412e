// The rules for characters, in the order in which they are applied.
#pragma once

#include "text/clean_text.h"
#include "text/edit.h"

namespace banwen {

SourcedText clean_characters(SourcedText text, const TextOptions& options);

}  // namespace banwen
