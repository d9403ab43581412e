// PageWorkers: threads that have pages read, each by a process of its own, and hand the results back, in
// whatever order they finish.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "batch/page_reader.h"

namespace banwen {

// Used from one thread, the coordinator's.
class PageWorkers {
  public:
    using MakeReader = std::function<PageReader(const std::atomic<bool>& closing)>;

    // At most `count` threads, started as pages come in; `make_reader` is called once in each.
    PageWorkers(int count, MakeReader make_reader);

    // Forgets the pages that are not finished.
    ~PageWorkers();
    PageWorkers(const PageWorkers&) = delete;
    PageWorkers& operator=(const PageWorkers&) = delete;

    void add(const PageTask& task);

    // A result, as soon as there is one; nothing when `patience` has passed without. Throws what a worker
    // threw outside of reading a page: there is no recognizer to be had.
    std::optional<PageOutcome> next(std::chrono::milliseconds patience);

  private:
    void work();
    std::optional<PageTask> take();

    std::size_t count_;
    MakeReader make_reader_;
    std::mutex mutex_;
    std::condition_variable task_added_;
    std::condition_variable outcome_added_;
    std::deque<PageTask> tasks_;
    std::deque<PageOutcome> outcomes_;
    std::exception_ptr failure_;
    std::atomic<bool> closing_ = false;  // written under the mutex
    std::vector<std::thread> threads_;
};

}  // namespace banwen
