// The language tag of a text, by its script: enough for an index to choose its analyzer.
#pragma once

#include <string_view>

#include "core/issue.h"

namespace banwen {

// "zh-Hans", "zh-Hant", "en", or "und" where the text has too few letters to tell. UTF-8. A text of Han
// characters that both scripts share counts as Simplified.
std::string_view language_of(std::string_view text);

// The same of all that runs in the issue's articles.
std::string_view language_of_issue(const Issue& issue);

}  // namespace banwen
