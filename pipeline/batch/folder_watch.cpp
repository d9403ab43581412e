#include "batch/folder_watch.h"

#include <ctime>
#include <system_error>
#include <utility>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "batch/output_lock.h"
#include "batch/replace_file.h"
#include "core/printable.h"
#include "core/version.h"
#include "scan/find_issues.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// A name in the folder that nothing has yet: NAME, else NAME-2 and so on.
fs::path free_place(const fs::path& folder, const std::string& name) {
    fs::path place = folder / name;
    for (int number = 2; fs::exists(place); ++number)
        place = folder / fmt::format("{}-{}", name, number);
    return place;
}

// Only what was converted, and the folder where nothing else is in it: a stranger's notes are not ours.
void remove_pages(const fs::path& path) {
    std::error_code ignored;
    for (const IssueSource& issue : find_issues({path.native()}))
        for (const PageRef& page : issue.pages)
            fs::remove(page.file, ignored);
    fs::remove(path / ".done", ignored);
    fs::remove(path.native() + ".done", ignored);
    fs::remove(path, ignored);
}

bool ends_every_run(ExitCode code) {
    return code == ExitCode::cannot_write || code == ExitCode::model;
}

}  // namespace

FolderWatch::FolderWatch(WatchOptions options, std::function<void(const WatchNews&)> tell)
    : options_(std::move(options)),
      tell_(std::move(tell)),
      taken_(work_folder(options_.run.output) / "watch") {}

void FolderWatch::look(Patience::Time now) {
    const std::vector<Arrival> arrivals = arrivals_in(options_.folder);
    patience_.forget_all_but(arrivals);
    waiting_ = 0;
    converted_ = false;
    for (const Arrival& arrival : arrivals) {
        if (options_.run.stop()) break;
        const std::optional<TakenIssue> taken = taken_.find(arrival.name);
        if (taken && taken->state == arrival.state) continue;
        ++waiting_;
        if (is_ready(arrival, now)) take(arrival);
    }
    if (!converted_) workers_.reset();
    write_status();
}

bool FolderWatch::is_ready(const Arrival& arrival, Patience::Time now) {
    const auto unchanged = patience_.unchanged(arrival, now);
    const auto tried = tried_.find(arrival.name);
    if (tried == tried_.end() || tried->second.state != arrival.state)
        return arrival.marked || unchanged >= options_.settle;
    if (arrival.marked || unchanged >= options_.patience) quarantine(arrival);
    return false;
}

void FolderWatch::take(const Arrival& arrival) {
    tell_({"taken", arrival.name, ""});
    const std::string reason = convert(arrival, Partial::hold);
    if (options_.run.stop()) return;
    if (look_again(arrival).state != arrival.state)
        return tell_({"changed", arrival.name, "its files changed while they were read; waiting again"});
    if (reason.empty()) return finish(arrival);
    tried_[arrival.name] = {arrival.state, reason};
    tell_({"waiting", arrival.name, reason});
}

// The failures of the run, "" where there were none.
std::string FolderWatch::convert(const Arrival& arrival, Partial partial) {
    RunOptions run = options_.run;
    run.inputs = {arrival.path.native()};
    run.partial = partial;
    const bool in_place = options_.after == AfterTaking::keep;
    if (in_place && taken_.find(arrival.name)) run.redo = Redo::changed;
    std::string last_note;
    converted_ = true;
    try {
        if (!workers_) workers_ = workers_for(options_.run);
        const auto tell = [&](const Progress& progress) {
            if (progress.message.empty()) return;
            last_note = progress.message;
            tell_({"note", arrival.name, progress.message});
        };
        const RunSummary summary = convert_run(run, tell, *workers_);
        // Files that are to be put away must be in the result: another issue may have had this name before.
        if (summary.issues_outdated > 0 && !in_place) return last_note;
        if (summary.status == ExitCode::ok) return "";
        return summary.failures.empty() ? "was not converted" : summary.failures.front();
    } catch (const Error& error) {
        if (ends_every_run(error.code())) throw;
        return error.what();
    }
}

void FolderWatch::finish(const Arrival& arrival) {
    taken_.add({arrival.name, arrival.state, Taken::done, ""});
    tried_.erase(arrival.name);
    --waiting_;
    if (options_.after == AfterTaking::move) put_away(arrival, kDoneFolder);
    if (options_.after == AfterTaking::remove) remove_pages(arrival.path);
    tell_({"done", arrival.name, ""});
}

// What can be read of it is written all the same, as a partial issue.
void FolderWatch::quarantine(const Arrival& arrival) {
    convert(arrival, Partial::write);
    if (options_.run.stop()) return;
    const std::string reason = tried_[arrival.name].reason;
    taken_.add({arrival.name, arrival.state, Taken::quarantined, printable(reason)});
    tried_.erase(arrival.name);
    --waiting_;
    if (options_.after != AfterTaking::keep) {
        put_away(arrival, kQuarantineFolder);
        replace_file(options_.folder / kQuarantineFolder / (arrival.name + ".reason.txt"), reason + "\n");
    }
    tell_({"quarantined", arrival.name, reason});
}

void FolderWatch::put_away(const Arrival& arrival, const std::string& where) const {
    const fs::path folder = options_.folder / where;
    std::error_code failed;
    fs::create_directories(folder, failed);
    fs::rename(arrival.path, free_place(folder, arrival.name), failed);
    if (failed)
        throw failure(ExitCode::cannot_write, arrival.path.native(),
                      "cannot be moved (" + failed.message() + ")", "or watch with --after keep");
    fs::remove(arrival.path.native() + ".done", failed);
}

void FolderWatch::write_status() const {
    Json quarantined = Json::array();
    int done = 0;
    for (const TakenIssue& issue : taken_.all()) {
        if (issue.how == Taken::done) ++done;
        if (issue.how == Taken::quarantined)
            quarantined.push_back({{"issue", printable(issue.name)}, {"reason", issue.reason}});
    }
    Json unreadable = Json::array();
    for (const auto& [name, tried] : tried_)
        unreadable.push_back({{"issue", printable(name)}, {"reason", printable(tried.reason)}});
    const Json status = {{"schema", "banwen-status/1"},
                         {"version", version()},
                         {"process", ::getpid()},
                         {"updated", fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr)))},
                         {"waiting", waiting_},
                         {"unreadable", unreadable},
                         {"done", done},
                         {"quarantined", quarantined}};
    replace_file(options_.run.output / "status.json", status.dump(1) + "\n");
}

}  // namespace banwen
