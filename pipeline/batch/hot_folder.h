// What stands in a hot folder, and which of it is an issue whose files are all there.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace banwen {

// Folders of a hot folder into which issues are moved; they are no issues.
inline constexpr const char* kDoneFolder = "_done";
inline constexpr const char* kQuarantineFolder = "_quarantine";

// An entry of the hot folder: a folder of pages, or one file.
struct Arrival {
    std::string name;  // of the entry
    std::filesystem::path path;
    // Names, sizes and times of all its files: as long as it stays the same, nobody writes there. "" where
    // there are none yet.
    std::string state;
    bool marked = false;  // a file .done in it, or NAME.done beside it, says that it is whole
};

// By name. Hidden files, markers and the folders above are left out; what cannot be looked at is, too.
std::vector<Arrival> arrivals_in(const std::filesystem::path& folder);

// The same entry as it is now; a state of "" where it is gone.
Arrival look_again(const Arrival& arrival);

// Knows since when each arrival has been as it is.
class Patience {
  public:
    using Time = std::chrono::steady_clock::time_point;

    // How long the arrival has stood unchanged, when it is seen at `now`; asked at every look.
    std::chrono::steady_clock::duration unchanged(const Arrival& arrival, Time now);

    // What has left the folder need not be remembered.
    void forget_all_but(const std::vector<Arrival>& arrivals);

  private:
    struct Seen {
        std::string state;
        Time since;
    };
    std::map<std::string, Seen> seen_;
};

}  // namespace banwen
