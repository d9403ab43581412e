// Naming a file by its content.
#pragma once

#include <string>

namespace banwen {

// SHA-256 of the file's bytes, lower-case hex. Throws Error(unreadable_input) when it cannot be read.
std::string fingerprint_of(const std::string& file);

}  // namespace banwen
