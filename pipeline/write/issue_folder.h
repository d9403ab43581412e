// IssueFolder: the files of one issue, gathered out of sight and put in their place all at once.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "write/manifest.h"

namespace banwen {

// Gathers files in a hidden folder of `output`. Until publish() nothing stands under the issue's name, and
// whatever ends the program before it (also kill -9) leaves at most the hidden folder, which
// prepare_output() removes.
class IssueFolder {
  public:
    // Makes `output` where it is missing. Throws Error(cannot_write).
    explicit IssueFolder(const std::filesystem::path& output);
    ~IssueFolder();
    IssueFolder(const IssueFolder&) = delete;
    IssueFolder& operator=(const IssueFolder&) = delete;

    // Writes one file through to the disk; folders in `name` are made. Throws Error(cannot_write).
    void add(const std::string& name, std::string_view bytes);

    // The same for a file that `write` makes itself at the place it is given.
    void add_written(const std::string& name, const std::function<void(const std::filesystem::path&)>& write);

    // What was added so far, in that order.
    const std::vector<WrittenFile>& files() const { return files_; }

    // Renames the folder to OUTPUT/<name>; an older folder of that name is removed after it has been
    // replaced. Nothing can be added afterwards. Throws Error(cannot_write).
    void publish(const std::string& name);

  private:
    std::filesystem::path output_;
    std::filesystem::path folder_;  // "" once published
    int lock_ = -1;                 // held as long as the hidden folder is in use
    std::vector<WrittenFile> files_;
};

// Makes the folder `output` where it is missing, finds out whether files can be written in it, and removes
// what killed runs left behind; hidden folders in use by another run stay. Throws Error(cannot_write).
void prepare_output(const std::filesystem::path& output);

}  // namespace banwen
