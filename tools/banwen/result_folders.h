// Where results stand, for the commands that read them again.
#pragma once

#include <filesystem>
#include <vector>

namespace banwen {

// The folder itself when it is an issue's, else the issues in it, by name; empty where there is none.
std::vector<std::filesystem::path> find_results(const std::filesystem::path& output);

}  // namespace banwen
