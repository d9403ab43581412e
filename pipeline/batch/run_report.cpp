#include "batch/run_report.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace banwen {

void RunReport::say(const std::string& line) {
    progress_.message = line;
    progress_.issue_folder.clear();
    tell_(progress_);
}

void RunReport::fail(const std::string& line, ExitCode code) {
    codes_.insert(code);
    summary_.failures.push_back(line);
    say(line);
}

void RunReport::expect_pages(std::size_t count) {
    progress_.pages_total += static_cast<int>(count);
}

void RunReport::count_page(const PageOutcome& outcome) {
    const PageInfo& info = outcome.text.info;
    ++progress_.pages_done;
    ++summary_.pages_done;
    summary_.pages_known += outcome.known ? 1 : 0;
    summary_.peak_memory = std::max(summary_.peak_memory, outcome.peak_memory);
    if (info.status == PageStatus::failed) {
        ++progress_.pages_failed;
        ++summary_.pages_failed;
        fail(info.error, outcome.code);
    } else {
        const bool news = !outcome.note.empty() && !outcome.known;
        say(news ? fmt::format("{}, page {}: read at half its size only: {}", info.file,
                               info.index_in_file + 1, outcome.note)
                 : "");
    }
}

void RunReport::count_kept(const std::filesystem::path& folder, const IssuePlan& plan) {
    ++summary_.issues_kept;
    summary_.issues_outdated += plan.outdated ? 1 : 0;
    tell_folder(folder);
}

void RunReport::count_written(const std::filesystem::path& folder, const Issue& issue) {
    ++summary_.issues_written;
    const bool partial = std::any_of(issue.pages.begin(), issue.pages.end(),
                                     [](const PageInfo& page) { return page.status == PageStatus::failed; });
    summary_.issues_partial += partial ? 1 : 0;
    summary_.articles += static_cast<int>(issue.articles.size());
    for (const Article& article : issue.articles)
        summary_.doubts += static_cast<int>(article.doubts.size());
    tell_folder(folder);
}

void RunReport::tell_folder(const std::filesystem::path& folder) {
    progress_.message.clear();
    progress_.issue_folder = folder;
    tell_(progress_);
}

// A run of which nothing could be read says why; one that has results says only that some are missing.
ExitCode RunReport::status() const {
    if (codes_.empty()) return ExitCode::ok;
    const bool nothing_read = summary_.issues_kept == 0 && summary_.pages_failed == summary_.pages_done;
    return nothing_read && codes_.size() == 1 ? *codes_.begin() : ExitCode::some_failed;
}

RunSummary RunReport::close() {
    summary_.status = status();
    summary_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    return std::move(summary_);
}

}  // namespace banwen
