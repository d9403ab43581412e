// From the command line to the exit status.
#pragma once

#include <deque>
#include <utility>

#include <CLI/App.hpp>

#include "commands.h"

namespace banwen {

// The exit statuses and their meanings, for help texts.
inline constexpr const char* kExitStatusHelp = R"(Exit status:
  0   all converted; a blank page counts as converted
  1   some pages failed (or checks found faults); the rest is complete, and what failed is named
  2   wrong usage
  3   no input could be read
  4   a model is missing or damaged
  5   the output cannot be written
  70  a fault of banwen itself; please report it)";

// Reads the command line, runs the action of the command that it names, and says what went wrong, if
// anything, in one line on stderr. Returns the exit status.
int run_command(CLI::App& app, const std::deque<std::pair<CLI::App*, Action>>& actions, int argc,
                char** argv);

}  // namespace banwen
