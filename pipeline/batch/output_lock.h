// One run at a time in one output folder.
#pragma once

#include <filesystem>

namespace banwen {

// Where a run keeps what is no result: locks, pages already read.
std::filesystem::path work_folder(const std::filesystem::path& output);

// Held until it is destroyed or its process ends, however that ends.
class OutputLock {
  public:
    // Throws Error(cannot_write) when another run holds it, or it cannot be made.
    explicit OutputLock(const std::filesystem::path& output);
    ~OutputLock();
    OutputLock(const OutputLock&) = delete;
    OutputLock& operator=(const OutputLock&) = delete;

  private:
    int handle_ = -1;
};

}  // namespace banwen
