// The batch room: issues through the walk, pages side by side on several workers, results written as each
// issue ends.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "options.h"
#include "write/write_issue.h"

namespace banwen {

enum class Redo { none, changed, all };

struct RunOptions {
    std::vector<std::string> inputs;
    std::filesystem::path output;
    int jobs = 0;  // workers; 0 = as many as the machine has cores
    Redo redo = Redo::none;
    Options walk;
    WriteOptions write;
};

// What a progress display needs; told from one thread at a time.
struct Progress {
    int pages_done = 0;  // failed ones included
    int pages_failed = 0;
    int pages_total = 0;
    std::string message;  // one line for the operator, or ""
};

struct RunSummary {
    int issues_written = 0;
    int issues_kept = 0;  // complete already, nothing to do
    int pages_done = 0;
    std::vector<std::string> failures;  // one line each: what, which file, what to do
};

// Converts all issues of the inputs. A failed page does not end the run: its issue is written as partial.
// Throws Error for what ends the whole run: usage, no input at all, no model, output not writable.
RunSummary convert_run(const RunOptions& options, const std::function<void(const Progress&)>& tell);

}  // namespace banwen
