// SHA-256 of what is written, for the manifest.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace banwen {

// Lower-case hex.
std::string sha256_of(std::string_view bytes);

// Of a file's bytes, read piece by piece; nothing when the file cannot be read.
std::optional<std::string> sha256_of_file(const std::filesystem::path& file);

}  // namespace banwen
