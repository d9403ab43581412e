// File names and messages of any bytes, made fit for JSON and for one line of a terminal.
#pragma once

#include <string>
#include <string_view>

namespace banwen {

// Valid UTF-8 as it stands; each byte that is not part of it, and each control character, as \xNN.
std::string printable(std::string_view bytes);

}  // namespace banwen
