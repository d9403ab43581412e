// RunReport: what has come of a run so far, and telling of it.
#pragma once

#include <chrono>
#include <functional>
#include <set>
#include <string>

#include "batch/convert_run.h"
#include "batch/page_reader.h"

namespace banwen {

// Belongs to the coordinator's thread.
class RunReport {
  public:
    explicit RunReport(const std::function<void(const Progress&)>& tell) : tell_(tell) {}

    void say(const std::string& line);

    // Something that this run could not do.
    void fail(const std::string& line, ExitCode code);

    void expect_pages(std::size_t count);
    void count_page(const PageOutcome& outcome);

    // A complete result stood there already.
    void count_kept(const std::filesystem::path& folder, const IssuePlan& plan);
    void count_written(const std::filesystem::path& folder, const Issue& issue);

    // The summary of all that was counted.
    RunSummary close();

  private:
    ExitCode status() const;
    void tell_folder(const std::filesystem::path& folder);

    const std::function<void(const Progress&)>& tell_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::set<ExitCode> codes_;
    Progress progress_;
    RunSummary summary_;
};

}  // namespace banwen
