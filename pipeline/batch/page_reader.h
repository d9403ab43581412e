// PageReader: one page at a time through a worker process, whatever the page does to it.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "batch/convert_run.h"
#include "batch/fingerprints.h"
#include "batch/page_journal.h"
#include "batch/plan_issue.h"
#include "batch/reread_pages.h"
#include "batch/worker_supply.h"
#include "core/error.h"
#include "core/issue.h"

namespace banwen {

// One page to read. The plan outlives it.
struct PageTask {
    std::size_t issue = 0;  // place of the plan in the run
    const IssuePlan* plan = nullptr;
    std::size_t page = 0;  // index into plan->pages
};

// `code` says why a failed page failed, and is ok for all others.
struct PageOutcome {
    std::size_t issue = 0;
    PageText text;
    ExitCode code = ExitCode::ok;
    std::string note;              // why it was read at half its size only, or ""
    bool known = false;            // from an earlier run
    std::int64_t peak_memory = 0;  // bytes that its worker had at most; 0 for a page that was known
};

// What the readers of a run share.
struct ReadingRoom {
    const RunOptions& run;
    WorkerLimits limits;
    std::string reading;  // the run's reading_record
    WorkerReady worker;   // what one of its workers said of itself
    PageJournal journal;
    Fingerprints& fingerprints;
    RereadPages& reread;
    WorkerSupply& workers;
};

// Belongs to one thread.
class PageReader {
  public:
    // Gives pages up as soon as `closing` is true.
    PageReader(const ReadingRoom& room, const std::atomic<bool>& closing);
    PageReader(PageReader&&) = default;
    // A worker that is still there goes back to the others.
    ~PageReader();

    // A page that cannot be read becomes a failed page. A worker that crashed, or was ended for what it took,
    // is replaced, and the page tried once more at half its size; where somebody else killed the worker, the
    // page is tried again as it is. Throws only what keeps workers from starting, and Error(cannot_write).
    PageOutcome read(const PageTask& task);

  private:
    // Kept under `key` where that is not "".
    PageOutcome read_anew(const PageTask& task, const PageInfo& page, const std::string& key);
    WorkerAnswer ask(const PageOrder& order);

    const ReadingRoom& room_;
    WorkerLimits limits_;
    std::unique_ptr<WorkerProcess> worker_;
};

}  // namespace banwen
