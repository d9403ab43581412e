// What an operator sees of a run: a bar on a terminal, plain lines elsewhere.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>

#include "batch/convert_run.h"

namespace banwen {

// Pages done, pages a minute, time left, failed pages; after `seconds` of running. Shorter than 80 columns.
std::string progress_text(const Progress& progress, double seconds);

// The same with a bar in front of it.
std::string progress_bar(const Progress& progress, double seconds);

// Messages and progress to stderr, finished issues to stdout.
class ProgressDisplay {
  public:
    ProgressDisplay();
    ~ProgressDisplay();
    ProgressDisplay(const ProgressDisplay&) = delete;
    ProgressDisplay& operator=(const ProgressDisplay&) = delete;

    void show(const Progress& progress);

  private:
    void clear_bar();

    bool terminal_;
    bool bar_shown_ = false;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_line_ = begun_;
    int pages_told_ = 0;
};

}  // namespace banwen
