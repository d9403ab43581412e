// A file's name as a link has it.
#pragma once

#include <string>
#include <string_view>

namespace banwen {

// A relative reference (RFC 3986): every byte that is not a letter, a digit or one of -._~ as %NN.
std::string file_url(std::string_view name);

}  // namespace banwen
