#include "write/xml_text.h"

#include <algorithm>

#include "core/characters.h"

namespace banwen {
namespace {

bool is_forbidden(char32_t c) {
    const bool control = c < 0x20 && c != U'\t' && c != U'\n' && c != U'\r';
    return control || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
    std::u32string characters = from_utf8(text);
    std::replace_if(characters.begin(), characters.end(), is_forbidden, U'\uFFFD');
    return to_utf8(characters);
}

}  // namespace banwen
