// What lies where, for truths and results that are named by their folders.
#pragma once

#include <filesystem>
#include <vector>

namespace banwen {

// False where there is nothing. Throws Error(unreadable_input) where that cannot be told.
bool is_there(const std::filesystem::path& path);

// The same, of a folder alone.
bool is_folder(const std::filesystem::path& path);

// What the folder holds, by name. Throws Error(unreadable_input).
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);

}  // namespace banwen
