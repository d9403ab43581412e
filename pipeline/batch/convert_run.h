// The batch room: issues through the walk, pages side by side on several workers, results written as each
// issue ends.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/error.h"
#include "options.h"
#include "read_page.h"
#include "recognize/make_recognizer.h"
#include "write/write_issue.h"

namespace banwen {

// Which results of earlier runs are made again, beside partial and damaged ones, which always are.
enum class Redo {
    none,
    changed,  // made by another version, with other options or models, or from other pages
    all,
};

struct RunOptions {
    std::vector<std::string> inputs;
    std::filesystem::path output;
    int jobs = 0;  // workers; 0 = as many as the machine has cores
    Redo redo = Redo::none;
    Options walk;
    WriteOptions write;  // version and options_record are filled in by the run
    // Makes the recognizer of each worker.
    std::function<ReadyRecognizer(const RecognizeOptions&)> recognizers = make_recognizer;
    // What reads one page; may be called from several threads at once.
    std::function<PageText(const PageRef&, int, Recognizer&, const Options&)> read = read_page;
    // Asked again and again; true ends the run after the pages in hand, without the issues that are not
    // finished.
    std::function<bool()> stop = [] { return false; };
};

// What a progress display needs; told from one thread at a time.
struct Progress {
    int pages_done = 0;  // failed ones included
    int pages_failed = 0;
    int pages_total = 0;
    std::string message;                 // one line for the operator, or ""
    std::filesystem::path issue_folder;  // of an issue that has just been written or found complete, or ""
};

struct RunSummary {
    int issues_written = 0;
    int issues_partial = 0;  // of those written
    int issues_kept = 0;     // complete already, nothing to do
    int pages_done = 0;
    int pages_failed = 0;
    bool stopped = false;               // by RunOptions::stop
    std::vector<std::string> failures;  // one line each: what, which file, what to do
    ExitCode status = ExitCode::ok;     // of the whole run
};

// Converts all issues of the inputs. A failed page does not end the run: its issue is written as partial.
// The results do not depend on the number of workers. Throws Error for what ends the whole run: no input at
// all, no model, output not writable; issues written until then are complete.
RunSummary convert_run(const RunOptions& options, const std::function<void(const Progress&)>& tell);

}  // namespace banwen
