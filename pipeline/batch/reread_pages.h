// RereadPages: how far a run has come that reads all pages again, so that one that was killed goes on from
// there.
#pragma once

#include <filesystem>
#include <mutex>
#include <set>
#include <string>

#include "batch/convert_run.h"

namespace banwen {

// Used by several threads at once.
class RereadPages {
  public:
    // Takes over what an unfinished run of Redo::all has left in `file`; a run of another kind forgets that.
    RereadPages(std::filesystem::path file, Redo redo);

    // Whether this run may take the page as the journal has it.
    bool is_read(const std::string& key);

    // The page has just been kept in the journal.
    void add(const std::string& key);

    // All have been read: the next run of Redo::all begins anew.
    void finish();

  private:
    const std::filesystem::path file_;
    const Redo redo_;
    std::mutex mutex_;
    std::set<std::string> keys_;
};

}  // namespace banwen
