// The options that the commands which convert have in common.
#pragma once

#include <functional>

#include <CLI/App.hpp>

#include "batch/convert_run.h"

namespace banwen {

// --output, formats, --jobs, limits of a page and --redo.
void add_run_options(CLI::App& command, RunOptions& options);

// --paper, --date and --edition.
void add_issue_options(CLI::App& command, IssueOptions& options);

// How pages are read and text is set.
void add_reading_options(CLI::App& command, Options& options);

// --config; `apply` gives the file's values to the options that the command line leaves open.
std::function<void()> add_config_option(CLI::App& command);

// Throws Error(usage) for what the options' own checks cannot see: no --output, or a wish that this build
// does not have.
void check_run_options(const RunOptions& options);

}  // namespace banwen
