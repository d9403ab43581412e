#include "batch/convert_run.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "batch/memory_of.h"
#include "batch/options_record.h"
#include "batch/output_lock.h"
#include "batch/page_workers.h"
#include "batch/plan_issue.h"
#include "batch/replace_file.h"
#include "batch/run_report.h"
#include "batch/summary_file.h"
#include "batch/work_list.h"
#include "batch/worker_supply.h"
#include "core/version.h"
#include "draw/draw_page_picture.h"
#include "read_issue.h"
#include "scan/read_stored_image.h"
#include "write/issue_folder.h"
#include "write/manifest.h"

namespace banwen {
namespace {

// An issue of which pages are still being read.
struct OpenIssue {
    IssuePlan plan;
    std::vector<PageText> pages;     // by number; filled as the results come in
    std::vector<std::string> notes;  // of each page, for the issue's warnings
    std::size_t missing = 0;
};

int jobs_of(const RunOptions& options) {
    return options.jobs > 0 ? options.jobs
                            : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

std::int64_t memory_for_each(const RunOptions& options) {
    return options.max_memory > 0 ? options.max_memory : memory_of_machine() / jobs_of(options);
}

// The options of a run, with what only the run knows.
RunOptions completed(RunOptions options) {
    options.jobs = jobs_of(options);
    options.max_memory = memory_for_each(options);
    options.write.version = version();
    options.write.options_record = options_record(options);
    options.write.pages.picture = [scan_options = options.walk.scan](const PageInfo& page, double scale) {
        const Scan scan = read_scan({page.file, page.index_in_file}, scan_options);
        return draw_page_picture(scan.gray, scale);
    };
    options.write.pages.stored = [scan_options = options.walk.scan](const PageInfo& page) {
        return read_stored_image({page.file, page.index_in_file}, scan_options);
    };
    return options;
}

std::vector<IssueSource> sources_of(const RunOptions& options) {
    if (options.list.empty()) return find_issues(options.inputs);
    const WorkList list = read_work_list(options.list);
    if (options.chunk > list.chunks)
        throw failure(ExitCode::usage, options.list, fmt::format("has no chunk {}", options.chunk),
                      fmt::format("it has 1 to {}", list.chunks));
    return list.of(options.chunk);
}

std::size_t count_pages(const std::vector<IssueSource>& sources) {
    std::size_t pages = 0;
    for (const IssueSource& source : sources)
        pages += source.pages.size();
    return pages;
}

class Run {
  public:
    Run(const RunOptions& options, const std::function<void(const Progress&)>& tell, WorkerSupply& workers)
        : options_(completed(options)),
          sources_(sources_of(options)),
          lock_(prepared(options.output), options.chunk),
          workers_(workers),
          reread_(work_folder(options.output) / fmt::format("reread-{}", options.chunk), options.redo),
          report_(tell) {}

    RunSummary convert() {
        if (!models_notice().empty()) report_.say(models_notice());
        const ReadingRoom room{.run = options_,
                               .limits = {options_.page_timeout, options_.max_memory},
                               .reading = reading_record(options_.walk),
                               .worker = workers_.ready(),
                               .journal = PageJournal(work_folder(options_.output) / "pages"),
                               .fingerprints = fingerprints_,
                               .reread = reread_,
                               .workers = workers_};
        PageWorkers readers(options_.jobs,
                            [&room](const std::atomic<bool>& closing) { return PageReader(room, closing); });
        for (const IssueSource& source : sources_) {
            if (ends_early()) break;
            plan(source, readers);
            // Issues that end while later ones are still being planned need not wait in memory.
            while (std::optional<PageOutcome> outcome = readers.next(std::chrono::milliseconds(0)))
                take_in(std::move(*outcome));
        }
        report_.say("");
        while (open_pages_ > 0 && !ends_early())
            if (std::optional<PageOutcome> outcome = readers.next(std::chrono::milliseconds(100)))
                take_in(std::move(*outcome));
        RunSummary summary = report_.close();
        summary.stopped = options_.stop();
        if (!ends_early()) reread_.finish();
        replace_file(summary_file(), to_json(summary));
        return summary;
    }

  private:
    static const std::filesystem::path& prepared(const std::filesystem::path& output) {
        prepare_output(output);
        return output;
    }

    const std::string& models_notice() const { return workers_.ready().notice; }

    std::filesystem::path summary_file() const {
        return options_.chunk > 0 ? summary_of_chunk(options_.output, options_.chunk)
                                  : options_.output / "summary.json";
    }

    bool ends_early() const { return given_up_ || options_.stop(); }

    void plan(const IssueSource& source, PageWorkers& readers) {
        IssuePlan plan = plan_issue(source, options_, workers_.ready().models, fingerprints_);
        if (!ids_.insert(plan.id).second) {
            report_.fail(
                fmt::format("{}: a second issue of this run has that id; not converted. Convert it into "
                            "another --output, or give it another folder name or --edition",
                            plan.id),
                ExitCode::some_failed);
            return;
        }
        if (!plan.refused.empty()) return report_.fail(plan.refused, ExitCode::cannot_write);
        if (!plan.note.empty()) report_.say(plan.note);
        if (plan.keep) {
            report_.count_kept(options_.output / plan.id, plan);
            return;
        }
        open(std::move(plan), readers);
    }

    void open(IssuePlan plan, PageWorkers& readers) {
        const std::size_t pages = plan.pages.size();
        // Cores for which there is no page help with the lines of the others'.
        if (sources_.size() == 1 && pages > 0)
            plan.walk.recognize.threads = std::max(1, options_.jobs / static_cast<int>(pages));
        open_.push_back({.plan = std::move(plan),
                         .pages = std::vector<PageText>(pages),
                         .notes = std::vector<std::string>(pages),
                         .missing = pages});
        open_pages_ += pages;
        report_.expect_pages(pages);
        for (std::size_t page = 0; page < pages; ++page)
            readers.add({.issue = open_.size() - 1, .plan = &open_.back().plan, .page = page});
    }

    void take_in(PageOutcome outcome) {
        if (ends_early()) return;
        OpenIssue& issue = open_[outcome.issue];
        report_.count_page(outcome);
        if (outcome.code != ExitCode::ok) {
            const std::string reason = why_to_end(options_.policy, ++failed_, count_pages(sources_));
            given_up_ = !reason.empty();
            if (given_up_) return report_.fail(reason, ExitCode::some_failed);
        }
        const auto place = static_cast<std::size_t>(outcome.text.info.number) - 1;
        issue.notes[place] = std::move(outcome.note);
        issue.pages[place] = std::move(outcome.text);
        --open_pages_;
        if (--issue.missing == 0) finish(issue);
    }

    bool is_held(const OpenIssue& open) const {
        return options_.partial == Partial::hold &&
               std::any_of(open.pages.begin(), open.pages.end(),
                           [](const PageText& page) { return page.info.status == PageStatus::failed; });
    }

    void finish(OpenIssue& open) {
        if (is_held(open)) return;
        Issue issue = read_issue(std::exchange(open.pages, {}), open.plan.walk);
        issue.models = workers_.ready().models;
        for (std::size_t page = 0; page < open.notes.size(); ++page)
            if (!open.notes[page].empty())
                issue.warnings.push_back(
                    {WarningKind::read_at_half_size, {std::to_string(page + 1), open.notes[page]}});
        if (write(issue)) report_.count_written(options_.output / open.plan.id, issue);
    }

    // An issue that banwen itself got wrong fails alone, and so does one in whose place something has come to
    // stand meanwhile; where nothing can be written, the run ends.
    bool write(const Issue& issue) {
        const std::string refused = why_not_replaceable(options_.output / issue.id);
        if (!refused.empty()) return report_.fail(refused, ExitCode::cannot_write), false;
        try {
            write_issue(issue, options_.output, options_.write);
            return true;
        } catch (const Error& error) {
            if (error.code() != ExitCode::bug) throw;
            report_.fail(error.what(), error.code());
            return false;
        }
    }

    RunOptions options_;
    std::vector<IssueSource> sources_;
    OutputLock lock_;
    WorkerSupply& workers_;
    RereadPages reread_;
    RunReport report_;
    Fingerprints fingerprints_;
    std::deque<OpenIssue> open_;  // a deque: workers hold pointers to its plans
    std::size_t open_pages_ = 0;
    std::size_t failed_ = 0;  // pages
    bool given_up_ = false;   // by the policy
    std::set<std::string> ids_;
};

}  // namespace

std::unique_ptr<WorkerSupply> workers_for(const RunOptions& options) {
    return std::make_unique<WorkerSupply>(options.worker,
                                          WorkerOrder{options.walk, memory_for_each(options)});
}

RunSummary convert_run(const RunOptions& options, const std::function<void(const Progress&)>& tell) {
    return convert_run(options, tell, *workers_for(options));
}

RunSummary convert_run(const RunOptions& options, const std::function<void(const Progress&)>& tell,
                       WorkerSupply& workers) {
    return Run(options, tell, workers).convert();
}

std::filesystem::path summary_of_chunk(const std::filesystem::path& output, int chunk) {
    return work_folder(output) / "chunks" / fmt::format("{}.json", chunk);
}

}  // namespace banwen
