// WorkerProcess: a process that reads pages for this one, watched and ended for real.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "batch/launch_worker.h"
#include "batch/message_channel.h"
#include "batch/worker_messages.h"

namespace banwen {

// What a worker may take for one page.
struct WorkerLimits {
    std::chrono::milliseconds page_timeout{0};  // 0 = any time
    std::int64_t max_memory = 0;                // bytes; 0 = any
    // Asked several times a second; true gives the page up.
    std::function<bool()> give_up = [] { return false; };
};

enum class WorkerEnd {
    answered,
    crashed,    // of itself
    killed,     // by somebody else: an operator, or a machine without memory
    timed_out,  // these three by the limits
    too_large,
    given_up,
};

struct WorkerAnswer {
    WorkerEnd end = WorkerEnd::answered;
    PageReply reply;
    std::string how;               // it ended, where it did: "signal 11 (Segmentation fault)"
    std::int64_t peak_memory = 0;  // bytes that the worker had at most so far
};

// Belongs to one thread at a time.
class WorkerProcess {
  public:
    // A worker that has said that it is ready. Throws what keeps it from working: Error(usage) where `words`
    // cannot be started, Error(model), or Error(bug) for a program that is no worker of this version.
    static std::unique_ptr<WorkerProcess> start(const std::vector<std::string>& words,
                                                const WorkerOrder& order);

    // Ends the process and those that it has started, in the middle of a page too.
    ~WorkerProcess();
    WorkerProcess(const WorkerProcess&) = delete;
    WorkerProcess& operator=(const WorkerProcess&) = delete;

    // What the worker said of itself.
    const WorkerReady& ready() const { return ready_; }

    // After any answer but `answered` the process is gone, and there are no further pages to be had from it.
    WorkerAnswer read(const PageOrder& page, const WorkerLimits& limits);

    int pages_read() const { return pages_read_; }

  private:
    WorkerProcess(const LaunchedWorker& launched, const WorkerOrder& order);

    void introduce(const std::vector<std::string>& words, const std::string& bytes);
    WorkerAnswer wait_for_reply(const WorkerLimits& limits);
    WorkerAnswer end_by(WorkerEnd end);
    WorkerAnswer find_end();

    pid_t process_;
    MessageChannel channel_;
    WorkerReady ready_;
    int pages_read_ = 0;
};

}  // namespace banwen
