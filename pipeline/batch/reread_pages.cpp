// A line a key, written behind the others at once. What a power cut leaves of a line is no key, and its page
// is read once more.
#include "batch/reread_pages.h"

#include <fstream>
#include <system_error>
#include <utility>

namespace banwen {

RereadPages::RereadPages(std::filesystem::path file, Redo redo) : file_(std::move(file)), redo_(redo) {
    if (redo_ != Redo::all) {
        finish();
        return;
    }
    std::ifstream stream(file_);
    for (std::string key; std::getline(stream, key);)
        keys_.insert(key);
}

bool RereadPages::is_read(const std::string& key) {
    const std::lock_guard lock(mutex_);
    return redo_ != Redo::all || keys_.contains(key);
}

void RereadPages::add(const std::string& key) {
    if (redo_ != Redo::all) return;
    const std::lock_guard lock(mutex_);
    keys_.insert(key);
    std::ofstream(file_, std::ios::app) << key + "\n" << std::flush;
}

void RereadPages::finish() {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
}

}  // namespace banwen
