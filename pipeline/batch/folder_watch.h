// FolderWatch: converts the issues of a hot folder as they arrive.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "batch/convert_run.h"
#include "batch/hot_folder.h"
#include "batch/taken_issues.h"
#include "batch/worker_supply.h"

namespace banwen {

// What becomes of an issue's files once its result is complete. Issues that cannot be converted are never
// deleted: where files are not to be kept in place, these are moved to the quarantine.
enum class AfterTaking { keep, move, remove };

struct WatchOptions {
    RunOptions run;  // without inputs
    std::filesystem::path folder;
    // An issue without a marker is taken when its files have not changed for so long.
    std::chrono::seconds settle{30};
    // One that cannot be read whole may still be growing; after so long without a change it is quarantined.
    std::chrono::seconds patience{600};
    AfterTaking after = AfterTaking::keep;
};

// Something that an operator wants to know.
struct WatchNews {
    std::string event;  // taken, done, waiting, changed or quarantined; or note, of no issue
    std::string issue;  // the name of its folder or file
    std::string message;
};

class FolderWatch {
  public:
    FolderWatch(WatchOptions options, std::function<void(const WatchNews&)> tell);

    // One look at the folder: takes what is ready at `now`, and writes OUTPUT/status.json. Throws what ends
    // every run: Error(cannot_write), Error(model).
    void look(Patience::Time now);

    // Issues that are there and not yet taken, as of the last look.
    int waiting() const { return waiting_; }

  private:
    struct Tried {
        std::string state;
        std::string reason;
    };

    bool is_ready(const Arrival& arrival, Patience::Time now);
    void take(const Arrival& arrival);
    void finish(const Arrival& arrival);
    void quarantine(const Arrival& arrival);
    std::string convert(const Arrival& arrival, Partial partial);
    void put_away(const Arrival& arrival, const std::string& where) const;
    void write_status() const;

    WatchOptions options_;
    std::function<void(const WatchNews&)> tell_;
    TakenIssues taken_;
    std::unique_ptr<WorkerSupply> workers_;  // none after a look at which nothing was converted
    bool converted_ = false;                 // at this look
    Patience patience_;
    std::map<std::string, Tried> tried_;  // could not be read as they were
    int waiting_ = 0;
};

}  // namespace banwen
