// --config: options from a TOML file, under the names that they have on the command line.
#pragma once

#include <string>

#include <CLI/App.hpp>

namespace banwen {

// Gives each option that was not named on the command line the value that it has in `file`. Throws
// Error(usage): the file cannot be read, or holds a name or value that the command does not take.
void apply_config_file(CLI::App& command, const std::string& file);

}  // namespace banwen
