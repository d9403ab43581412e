// WorkerSupply: the worker processes of a run, all made alike.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "batch/worker_process.h"

namespace banwen {

class WorkerSupply {
  public:
    // Starts the first worker, to see whether there is one and what it works with. Throws what
    // WorkerProcess::start throws.
    WorkerSupply(std::vector<std::string> words, WorkerOrder order);

    // What each of the workers says of itself.
    const WorkerReady& ready() const { return ready_; }

    // The first one, then new ones. May be called from several threads at once.
    std::unique_ptr<WorkerProcess> take();

  private:
    std::vector<std::string> words_;
    WorkerOrder order_;
    std::mutex mutex_;
    std::unique_ptr<WorkerProcess> first_;
    WorkerReady ready_;
};

}  // namespace banwen
