// PageJournal: what has been read on pages, kept so that no page is read twice for the same answer.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "batch/worker_messages.h"
#include "core/issue.h"

namespace banwen {

// A page that was read.
struct KeptPage {
    std::string page;  // the PageText's bytes
    std::string note;  // why it was read at half its size only, or ""
};

// Used by several threads, and by several processes too, at once: a page is there whole or not at all.
class PageJournal {
  public:
    // The folder is made with the first page.
    explicit PageJournal(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // Nothing where the page is not there or its file is damaged.
    std::optional<KeptPage> find(const std::string& key) const;

    // Throws Error(cannot_write).
    void keep(const std::string& key, const KeptPage& page) const;

  private:
    std::filesystem::path file_of(const std::string& key) const;

    std::filesystem::path folder_;
};

// Changes with all that can change what is read: the program and models that the worker has, the options of
// the rooms that read (as reading_record gives them), the file's bytes, the page in it and its number.
std::string page_key(const WorkerReady& worker, const std::string& reading, const PageInfo& page);

}  // namespace banwen
