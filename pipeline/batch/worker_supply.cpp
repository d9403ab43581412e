#include "batch/worker_supply.h"

#include <utility>

namespace banwen {

const WorkerReady& WorkerSupply::ready() {
    if (!ready_) {
        std::unique_ptr<WorkerProcess> first = take();
        ready_ = first->ready();
        put_back(std::move(first));
    }
    return *ready_;
}

std::unique_ptr<WorkerProcess> WorkerSupply::take() {
    {
        const std::lock_guard lock(mutex_);
        if (!resting_.empty()) {
            std::unique_ptr<WorkerProcess> worker = std::move(resting_.back());
            resting_.pop_back();
            return worker;
        }
    }
    return WorkerProcess::start(words_, order_);
}

void WorkerSupply::put_back(std::unique_ptr<WorkerProcess> worker) {
    const std::lock_guard lock(mutex_);
    resting_.push_back(std::move(worker));
}

}  // namespace banwen
