// From the command line to the exit status.
#pragma once

#include <deque>
#include <utility>

#include <CLI/App.hpp>

#include "commands.h"

namespace banwen {

// The exit statuses and their meanings, for help texts.
extern const char* const kExitStatusHelp;

// Reads the command line, runs the action of the command that it names, and says what went wrong, if
// anything, in one line on stderr. Returns the exit status.
int run_command(CLI::App& app, const std::deque<std::pair<CLI::App*, Action>>& actions, int argc,
                char** argv);

}  // namespace banwen
