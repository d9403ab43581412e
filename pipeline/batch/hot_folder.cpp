// Whether a copy is finished cannot be known from its size alone: a copying program may rest for as long as
// it likes. So a marker counts for more than any wait, and whoever converts what was waited for must be ready
// to find it cut short, or changed meanwhile.
#include "batch/hot_folder.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>
#include <sys/stat.h>

namespace banwen {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMarker = ".done";

bool is_no_issue(const std::string& name) {
    return name.starts_with('.') || name.ends_with(kMarker) || name == kDoneFolder ||
           name == kQuarantineFolder;
}

// Size, time to the nanosecond, and which file it is: a file that was replaced by another of its size too.
std::string state_of(const fs::path& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) return "";
    return fmt::format("{} {}.{} {}", found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec,
                       found.st_ino);
}

std::string state_of_all(const fs::path& path) {
    std::error_code failed;
    if (!fs::is_directory(path, failed)) return state_of(path);
    std::vector<std::string> lines;
    for (auto entry = fs::recursive_directory_iterator(path, failed);
         !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed))
        if (entry->is_regular_file(failed))
            lines.push_back(entry->path().lexically_relative(path).native() + " " + state_of(entry->path()));
    std::sort(lines.begin(), lines.end());
    return fmt::format("{}", fmt::join(lines, "\n"));
}

bool is_marked(const fs::path& path) {
    std::error_code failed;
    return fs::exists(path / kMarker, failed) || fs::exists(path.native() + std::string(kMarker), failed);
}

}  // namespace

std::vector<Arrival> arrivals_in(const fs::path& folder) {
    std::vector<Arrival> arrivals;
    std::error_code failed;
    for (auto entry = fs::directory_iterator(folder, failed); !failed && entry != fs::directory_iterator();
         entry.increment(failed)) {
        const std::string name = entry->path().filename().native();
        if (!is_no_issue(name)) arrivals.push_back(look_again({name, entry->path(), "", false}));
    }
    std::erase_if(arrivals, [](const Arrival& arrival) { return arrival.state.empty(); });
    std::sort(arrivals.begin(), arrivals.end(),
              [](const Arrival& a, const Arrival& b) { return a.name < b.name; });
    return arrivals;
}

Arrival look_again(const Arrival& arrival) {
    Arrival now = arrival;
    now.state = state_of_all(arrival.path);
    now.marked = is_marked(arrival.path);
    return now;
}

std::chrono::steady_clock::duration Patience::unchanged(const Arrival& arrival, Time now) {
    Seen& seen = seen_[arrival.name];
    if (seen.state != arrival.state) seen = {arrival.state, now};
    return now - seen.since;
}

void Patience::forget_all_but(const std::vector<Arrival>& arrivals) {
    std::erase_if(seen_, [&](const auto& seen) {
        return std::none_of(arrivals.begin(), arrivals.end(),
                            [&](const Arrival& arrival) { return arrival.name == seen.first; });
    });
}

}  // namespace banwen
