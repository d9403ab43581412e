#include "batch/page_workers.h"

#include <algorithm>
#include <utility>

namespace banwen {

PageWorkers::PageWorkers(int count, MakeReader make_reader)
    : count_(static_cast<std::size_t>(std::max(1, count))), make_reader_(std::move(make_reader)) {}

PageWorkers::~PageWorkers() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    task_added_.notify_all();
    for (std::thread& thread : threads_)
        thread.join();
}

void PageWorkers::add(const PageTask& task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(task);
    }
    if (threads_.size() < count_) threads_.emplace_back([this] { work(); });
    task_added_.notify_one();
}

std::optional<PageOutcome> PageWorkers::next(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    outcome_added_.wait_for(lock, patience, [this] { return !outcomes_.empty() || failure_; });
    if (failure_) std::rethrow_exception(failure_);
    if (outcomes_.empty()) return std::nullopt;
    PageOutcome outcome = std::move(outcomes_.front());
    outcomes_.pop_front();
    return outcome;
}

std::optional<PageTask> PageWorkers::take() {
    std::unique_lock lock(mutex_);
    task_added_.wait(lock, [this] { return !tasks_.empty() || closing_; });
    if (closing_) return std::nullopt;
    const PageTask task = tasks_.front();
    tasks_.pop_front();
    return task;
}

void PageWorkers::work() {
    try {
        PageReader reader = make_reader_(closing_);
        while (const std::optional<PageTask> task = take()) {
            PageOutcome outcome = reader.read(*task);
            const std::lock_guard lock(mutex_);
            outcomes_.push_back(std::move(outcome));
            outcome_added_.notify_one();
        }
    } catch (...) {
        const std::lock_guard lock(mutex_);
        failure_ = std::current_exception();
        outcome_added_.notify_one();
    }
}

}  // namespace banwen
