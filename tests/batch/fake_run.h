// A run over `in` to `out` whose workers are tests/batch/fake_worker.cpp: pages do what their names say.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "batch/convert_run.h"
#include "support/scan_files.h"
#include "support/temp_folder.h"

namespace banwen::test {

// White paper: soon read.
inline void draw_small_page(const std::filesystem::path& file, int shade = 255) {
    draw_shade(file, 60, 80, shade);
}

struct FakeRun {
    TempFolder folder;
    std::filesystem::path in = folder.path() / "in";
    std::filesystem::path out = folder.path() / "out";
    std::vector<std::string> messages;

    RunOptions options() const {
        RunOptions options;
        options.inputs = {in.native()};
        options.output = out;
        options.jobs = 2;
        options.worker = {BANWEN_FAKE_WORKER, log().native()};
        return options;
    }

    RunSummary run(const RunOptions& with) {
        messages.clear();
        return convert_run(with, [this](const Progress& progress) {
            if (!progress.message.empty()) messages.push_back(progress.message);
        });
    }
    RunSummary run() { return run(options()); }

    std::filesystem::path log() const { return folder.path() / "log"; }

    // How often the workers did this: "start", "read 1.png", "gently 1.png".
    long times(const std::string& line) const {
        std::ifstream stream(log());
        long count = 0;
        for (std::string said; std::getline(stream, said);)
            count += said == line ? 1 : 0;
        return count;
    }
};

}  // namespace banwen::test
