// The form in which texts are compared: what is not a reading error (width, white space, which quote) is
// taken out on both sides alike.
#pragma once

#include <string>
#include <string_view>

namespace banwen {

// UTF-8 → code points after NFKC, with white space removed and quotes unified: “”„«»「」 become ", and ‘’‚『』
// become '. Broken UTF-8 becomes U+FFFD.
std::u32string comparable_text(std::string_view utf8);

}  // namespace banwen
