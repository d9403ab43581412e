// WorkerSupply: worker processes, all made alike, for one run or for several after another.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "batch/worker_process.h"

namespace banwen {

class WorkerSupply {
  public:
    WorkerSupply(std::vector<std::string> words, WorkerOrder order)
        : words_(std::move(words)), order_(std::move(order)) {}

    // What each of the workers says of itself; the first call starts one. Throws what WorkerProcess::start
    // throws. Belongs to the coordinator's thread.
    const WorkerReady& ready();

    // One that rests, else a new one. May be called from several threads at once, as put_back().
    std::unique_ptr<WorkerProcess> take();

    // For a later take().
    void put_back(std::unique_ptr<WorkerProcess> worker);

  private:
    const std::vector<std::string> words_;
    const WorkerOrder order_;
    std::optional<WorkerReady> ready_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<WorkerProcess>> resting_;
};

}  // namespace banwen
