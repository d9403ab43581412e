// TakenIssues: what a watch has taken from its folder, remembered over its end.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "batch/hot_folder.h"

namespace banwen {

enum class Taken { done, quarantined };

struct TakenIssue {
    std::string name;
    std::string state;  // of the arrival, as it was when it was taken
    Taken how = Taken::done;
    std::string reason;  // why it was quarantined, in one line
};

class TakenIssues {
  public:
    // Reads what an earlier watch has left in `file`; a damaged file counts as none.
    explicit TakenIssues(std::filesystem::path file);

    // As it was taken last; nothing for a new one.
    std::optional<TakenIssue> find(const std::string& name) const;

    // Replaces what was known of it. Throws Error(cannot_write).
    void add(TakenIssue issue);

    // By name.
    const std::vector<TakenIssue>& all() const { return issues_; }

  private:
    std::filesystem::path file_;
    std::vector<TakenIssue> issues_;
};

}  // namespace banwen
