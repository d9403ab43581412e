#include "batch/worker_supply.h"

#include <utility>

namespace banwen {

WorkerSupply::WorkerSupply(std::vector<std::string> words, WorkerOrder order)
    : words_(std::move(words)),
      order_(std::move(order)),
      first_(WorkerProcess::start(words_, order_)),
      ready_(first_->ready()) {}

std::unique_ptr<WorkerProcess> WorkerSupply::take() {
    {
        const std::lock_guard lock(mutex_);
        if (first_) return std::move(first_);
    }
    return WorkerProcess::start(words_, order_);
}

}  // namespace banwen
