// A watch over `in` of a FakeRun, by a clock that goes when it is told to.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "batch/fake_run.h"
#include "batch/folder_watch.h"
#include "write/manifest.h"

namespace banwen::test {

struct FakeWatch : FakeRun {
    WatchOptions watched;
    std::vector<std::string> events;  // "done in"
    std::unique_ptr<FolderWatch> watch;
    Patience::Time now;

    FakeWatch() {
        watched.run = options();
        watched.run.inputs.clear();
        watched.run.jobs = 1;
        watched.folder = in;
        restart();
    }

    void restart() {
        watch = std::make_unique<FolderWatch>(watched, [this](const WatchNews& news) {
            if (news.event != "note") events.push_back(news.event + " " + news.issue);
        });
    }

    // The events of one look, `later` than the last.
    std::vector<std::string> look(std::chrono::seconds later) {
        now += later;
        events.clear();
        watch->look(now);
        return events;
    }

    bool is_complete(const std::string& issue) const {
        const std::optional<Manifest> manifest = read_manifest(out / issue);
        return manifest && manifest->complete();
    }
};

}  // namespace banwen::test
