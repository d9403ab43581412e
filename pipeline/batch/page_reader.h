// PageReader: one worker's way to read pages, whatever a page does to it.
#pragma once

#include <functional>
#include <memory>

#include "batch/convert_run.h"
#include "batch/fingerprints.h"
#include "batch/plan_issue.h"
#include "core/error.h"
#include "core/issue.h"
#include "recognize/recognizer.h"

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
};

// Belongs to one thread.
class PageReader {
  public:
    using MakeRecognizer = std::function<std::unique_ptr<Recognizer>()>;

    PageReader(const RunOptions& run, MakeRecognizer make, Fingerprints& fingerprints)
        : run_(run), make_(std::move(make)), fingerprints_(fingerprints) {}

    // Whatever is thrown while the page is read makes it a failed page. Throws only what making a recognizer
    // throws.
    PageOutcome read(const PageTask& task);

  private:
    const RunOptions& run_;
    MakeRecognizer make_;
    Fingerprints& fingerprints_;
    std::unique_ptr<Recognizer> recognizer_;
};

}  // namespace banwen
