// The commands of `banwen`: one file each, and one row each in the table of main.cpp.
#pragma once

#include <functional>

#include <CLI/App.hpp>

#include "core/error.h"

namespace banwen {

// What a command does once its options have been read. May throw Error.
using Action = std::function<ExitCode()>;

// Each of these gives `command` its options and help, and returns what it does.
Action define_convert(CLI::App& command);
Action define_inspect(CLI::App& command);
Action define_merge(CLI::App& command);
Action define_plan(CLI::App& command);
Action define_score(CLI::App& command);
Action define_search(CLI::App& command);
Action define_verify(CLI::App& command);
Action define_watch(CLI::App& command);
Action define_worker(CLI::App& command);

}  // namespace banwen
