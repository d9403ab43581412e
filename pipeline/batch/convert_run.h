// The batch room: issues through the walk, pages side by side in several worker processes, results written as
// each issue ends.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "batch/failure_policy.h"
#include "core/error.h"
#include "options.h"
#include "write/write_issue.h"

namespace banwen {

class WorkerSupply;

// Which results of earlier runs are made again, beside partial and damaged ones, which always are.
enum class Redo {
    none,
    changed,  // made by another version, with other options or models, or from other pages
    all,      // and no page is taken as an earlier run read it, but one of this kind that was not finished
};

// What becomes of an issue of which pages failed.
enum class Partial {
    write,
    hold,  // nothing, and what stood in its place stays
};

struct RunOptions {
    std::vector<std::string> inputs;
    std::string list;  // in their place a file as plan_work makes it, "" = none
    int chunk = 0;     // of it; 0 = all
    std::filesystem::path output;
    int jobs = 0;  // workers; 0 = as many as the machine has cores
    Redo redo = Redo::none;
    Options walk;
    WriteOptions write;  // version and options_record are filled in by the run
    // Pages are read by processes of this program, which calls serve_pages: its path, or name by PATH, and
    // arguments.
    std::vector<std::string> worker = {"banwen", "worker"};
    std::chrono::milliseconds page_timeout = std::chrono::minutes(10);  // 0 = a page may take any time
    std::int64_t max_memory = 0;  // bytes that a worker may take; 0 = its share of the machine's
    FailurePolicy policy;
    Partial partial = Partial::write;
    // Asked again and again; true ends the run at once. Pages that have been read are kept for the next run.
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
    int issues_partial = 0;   // of those written
    int issues_kept = 0;      // complete already, nothing to do
    int issues_outdated = 0;  // of those kept: by another version, options or models, or from other pages
    int pages_done = 0;
    int pages_failed = 0;
    int pages_known = 0;                // of those done: read by an earlier run
    int articles = 0;                   // in the issues written
    int doubts = 0;                     // in those articles
    double seconds = 0;                 // that the run took
    std::int64_t peak_memory = 0;       // bytes, of the largest worker
    bool stopped = false;               // by RunOptions::stop
    std::vector<std::string> failures;  // one line each: what, which file, what to do
    ExitCode status = ExitCode::ok;     // of the whole run
};

// Converts all issues of the inputs. A failed page makes its issue partial; only as many as the policy names
// end the run, with what has been read kept for the next. The results do not depend on the number of workers.
// The summary is written to OUTPUT/summary.json too, or to summary_of_chunk. Throws Error for what ends the
// whole run: no input at all, no model, output not writable or in another run's hands; issues written until
// then are complete.
RunSummary convert_run(const RunOptions& options, const std::function<void(const Progress&)>& tell);

// The same with workers that outlive the run, for runs after another that differ neither in how workers are
// started nor in how pages are read: workers_for() one of them. Their models are those of the first run.
RunSummary convert_run(const RunOptions& options, const std::function<void(const Progress&)>& tell,
                       WorkerSupply& workers);
std::unique_ptr<WorkerSupply> workers_for(const RunOptions& options);

// Where the summary of a chunk stands, for add_up.
std::filesystem::path summary_of_chunk(const std::filesystem::path& output, int chunk);

}  // namespace banwen
