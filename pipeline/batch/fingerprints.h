// The checksums of a run's input files, each file read once however many pages it holds.
#pragma once

#include <future>
#include <map>
#include <mutex>
#include <string>

namespace banwen {

// May be used from several threads at once.
class Fingerprints {
  public:
    // SHA-256 of the file, lower-case hex; "" when it cannot be read.
    std::string of(const std::string& file);

  private:
    std::mutex mutex_;
    std::map<std::string, std::shared_future<std::string>> known_;
};

}  // namespace banwen
