// A small file written whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace banwen {

// The file holds `bytes` afterwards, and held what it held before until then; its folder is made where it is
// missing. Not waited for until it is on the disk. Throws Error(cannot_write).
void replace_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace banwen
