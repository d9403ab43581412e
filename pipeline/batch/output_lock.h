// One run at a time in one output folder, or one for each chunk of a work list.
#pragma once

#include <filesystem>

namespace banwen {

// Where a run keeps what is no result: locks, pages already read, summaries of chunks.
std::filesystem::path work_folder(const std::filesystem::path& output);

// Held until it is destroyed or its process ends, however that ends.
class OutputLock {
  public:
    // Chunk 0 is a run that has the output for itself; other chunks go side by side. Throws
    // Error(cannot_write) when another run is in the way, or the lock cannot be made.
    OutputLock(const std::filesystem::path& output, int chunk);
    ~OutputLock();
    OutputLock(const OutputLock&) = delete;
    OutputLock& operator=(const OutputLock&) = delete;

  private:
    int whole_ = -1;  // the output: alone, or beside other chunks
    int chunk_ = -1;
};

}  // namespace banwen
