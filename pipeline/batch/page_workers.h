// PageWorkers: threads that read pages and hand the results back, in whatever order they finish.
#pragma once

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
    // At most `count` threads, started as pages come in; `make_reader` is called once in each.
    PageWorkers(int count, std::function<PageReader()> make_reader);

    // Forgets the pages that no worker has begun, and waits for those in hand.
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
    std::function<PageReader()> make_reader_;
    std::mutex mutex_;
    std::condition_variable task_added_;
    std::condition_variable outcome_added_;
    std::deque<PageTask> tasks_;
    std::deque<PageOutcome> outcomes_;
    std::exception_ptr failure_;
    bool closing_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace banwen
