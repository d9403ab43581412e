// Places where the reading is not certain.
#pragma once

#include <string>
#include <vector>

#include "core/article.h"
#include "text/edit.h"

namespace banwen {

// A glyph is in doubt whose best reading is below 0.6 or has a second one close to it. `field` and `shift`
// (code points of the field before this text) go into the doubts.
std::vector<Doubt> find_doubts(const SourcedText& text, const std::string& field, std::size_t shift);

}  // namespace banwen
