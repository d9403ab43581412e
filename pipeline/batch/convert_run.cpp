#include "batch/convert_run.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "batch/options_record.h"
#include "batch/page_workers.h"
#include "batch/plan_issue.h"
#include "core/version.h"
#include "draw/draw_page_picture.h"
#include "read_issue.h"
#include "scan/read_stored_image.h"
#include "write/issue_folder.h"

namespace banwen {
namespace {

// An issue of which pages are still being read.
struct OpenIssue {
    IssuePlan plan;
    std::vector<PageText> pages;  // by number; filled as the results come in
    std::size_t missing = 0;
};

// The recognizer that was made to see whether there is one serves the first worker.
class RecognizerSupply {
  public:
    explicit RecognizerSupply(const RunOptions& options)
        : options_(options), first_(options.recognizers(options.walk.recognize)) {}

    const ReadyRecognizer& first() const { return first_; }

    std::unique_ptr<Recognizer> take() {
        {
            const std::lock_guard lock(mutex_);
            if (first_.recognizer) return std::move(first_.recognizer);
        }
        return options_.recognizers(options_.walk.recognize).recognizer;
    }

  private:
    const RunOptions& options_;
    std::mutex mutex_;
    ReadyRecognizer first_;
};

class Run {
  public:
    Run(RunOptions options, const std::function<void(const Progress&)>& tell)
        : options_(std::move(options)), tell_(tell) {
        options_.write.version = version();
        options_.write.options_record = options_record(options_);
        options_.write.pages.picture = [this](const PageInfo& page, double scale) {
            const Scan scan = read_scan({page.file, page.index_in_file}, options_.walk.scan);
            return draw_page_picture(scan.gray, scale);
        };
        options_.write.pages.stored = [this](const PageInfo& page) {
            return read_stored_image({page.file, page.index_in_file}, options_.walk.scan);
        };
    }

    RunSummary convert() {
        const std::vector<IssueSource> sources = find_issues(options_.inputs);
        only_one_ = sources.size() == 1;
        prepare_output(options_.output);
        RecognizerSupply recognizers(options_);
        models_ = recognizers.first().models;
        if (!recognizers.first().notice.empty()) say(recognizers.first().notice);

        PageWorkers workers(jobs(), [&] {
            return PageReader(
                options_, [&] { return recognizers.take(); }, fingerprints_);
        });
        for (const IssueSource& source : sources) {
            if (options_.stop()) break;
            plan(source, workers);
            // Issues that end while later ones are still being planned need not wait in memory.
            while (std::optional<PageOutcome> outcome = workers.next(std::chrono::milliseconds(0)))
                take_in(std::move(*outcome));
        }
        say("");
        while (open_pages_ > 0 && !options_.stop())
            if (std::optional<PageOutcome> outcome = workers.next(std::chrono::milliseconds(100)))
                take_in(std::move(*outcome));
        summary_.stopped = options_.stop();
        summary_.status = status();
        return std::move(summary_);
    }

  private:
    int jobs() const {
        return options_.jobs > 0 ? options_.jobs
                                 : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    }

    void plan(const IssueSource& source, PageWorkers& workers) {
        IssuePlan plan = plan_issue(source, options_, models_, fingerprints_);
        if (!ids_.insert(plan.id).second) {
            fail(fmt::format(
                     "{}: a second issue of this run has that id; not converted. Convert it into another "
                     "--output, or give it another folder name or --edition",
                     plan.id),
                 ExitCode::some_failed);
            return;
        }
        if (!plan.note.empty()) say(plan.note);
        if (plan.keep) {
            ++summary_.issues_kept;
            tell_folder(plan.id);
            return;
        }
        open_.push_back({.plan = std::move(plan), .pages = {}, .missing = 0});
        OpenIssue& issue = open_.back();
        issue.missing = issue.plan.pages.size();
        // Workers for whom there is no page help with the lines of the others'.
        if (only_one_ && issue.missing > 0)
            issue.plan.walk.recognize.threads = std::max(1, jobs() / static_cast<int>(issue.missing));
        issue.pages.resize(issue.missing);
        open_pages_ += issue.missing;
        progress_.pages_total += static_cast<int>(issue.missing);
        for (std::size_t page = 0; page < issue.missing; ++page)
            workers.add({.issue = open_.size() - 1, .plan = &issue.plan, .page = page});
    }

    void take_in(PageOutcome outcome) {
        OpenIssue& issue = open_[outcome.issue];
        const PageInfo& info = outcome.text.info;
        ++progress_.pages_done;
        ++summary_.pages_done;
        if (info.status == PageStatus::failed) {
            ++progress_.pages_failed;
            ++summary_.pages_failed;
            fail(info.error, outcome.code);
        } else {
            say("");
        }
        const auto place = static_cast<std::size_t>(info.number) - 1;
        issue.pages[place] = std::move(outcome.text);
        --open_pages_;
        if (--issue.missing == 0) finish(issue);
    }

    void finish(OpenIssue& open) {
        Issue issue = read_issue(std::exchange(open.pages, {}), open.plan.walk);
        issue.models = models_;
        if (!write(issue)) return;
        ++summary_.issues_written;
        const bool partial = std::any_of(issue.pages.begin(), issue.pages.end(), [](const PageInfo& page) {
            return page.status == PageStatus::failed;
        });
        summary_.issues_partial += partial ? 1 : 0;
        tell_folder(open.plan.id);
    }

    // An issue that banwen itself got wrong fails alone; where nothing can be written, the run ends.
    bool write(const Issue& issue) {
        try {
            write_issue(issue, options_.output, options_.write);
            return true;
        } catch (const Error& error) {
            if (error.code() != ExitCode::bug) throw;
            fail(error.what(), error.code());
            return false;
        }
    }

    // A run of which nothing could be read says why; one that has results says only that some are missing.
    ExitCode status() const {
        if (codes_.empty()) return ExitCode::ok;
        const bool nothing_read = summary_.issues_kept == 0 && summary_.pages_failed == summary_.pages_done;
        return nothing_read && codes_.size() == 1 ? *codes_.begin() : ExitCode::some_failed;
    }

    void fail(const std::string& line, ExitCode code) {
        codes_.insert(code);
        summary_.failures.push_back(line);
        say(line);
    }

    void say(const std::string& line) {
        progress_.message = line;
        progress_.issue_folder.clear();
        tell_(progress_);
    }

    void tell_folder(const std::string& id) {
        progress_.message.clear();
        progress_.issue_folder = options_.output / id;
        tell_(progress_);
    }

    RunOptions options_;
    const std::function<void(const Progress&)>& tell_;
    Fingerprints fingerprints_;
    bool only_one_ = false;  // issue in this run
    std::vector<ModelUsed> models_;
    std::deque<OpenIssue> open_;  // a deque: workers hold pointers to its plans
    std::size_t open_pages_ = 0;
    std::set<std::string> ids_;
    std::set<ExitCode> codes_;
    Progress progress_;
    RunSummary summary_;
};

}  // namespace

RunSummary convert_run(const RunOptions& options, const std::function<void(const Progress&)>& tell) {
    return Run(options, tell).convert();
}

}  // namespace banwen
