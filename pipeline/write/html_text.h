// Text made fit for HTML that XML programs can read too.
#pragma once

#include <string>
#include <string_view>

namespace banwen {

// For element text and for attribute values in double quotes: markup is escaped, and what XML does not allow
// is replaced as xml_text() does.
std::string html_text(std::string_view text);

}  // namespace banwen
