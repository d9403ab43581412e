// Text made fit for XML.
#pragma once

#include <string>
#include <string_view>

namespace banwen {

// Characters that XML 1.0 does not allow, escaped or not, become U+FFFD, and so do bytes that are not UTF-8.
// Markup is not escaped: that is the XML library's part.
std::string xml_text(std::string_view text);

}  // namespace banwen
