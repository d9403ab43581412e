#include "batch/taken_issues.h"

#include <algorithm>
#include <exception>
#include <fstream>
#include <iterator>
#include <utility>

#include "batch/record.h"
#include "batch/replace_file.h"

namespace banwen {

template <Of<TakenIssue> Value>
void visit_members(Value& value, auto&& visit) {
    auto& [name, state, how, reason] = value;
    visit("name", name), visit("state", state), visit("how", how), visit("reason", reason);
}

TakenIssues::TakenIssues(std::filesystem::path file) : file_(std::move(file)) {
    std::ifstream stream(file_, std::ios::binary);
    if (!stream) return;
    try {
        issues_ = from_bytes<std::vector<TakenIssue>>({std::istreambuf_iterator<char>(stream), {}});
    } catch (const std::exception&) {
        // Everything is looked at once more then, and what is complete is kept.
        issues_.clear();
    }
}

std::optional<TakenIssue> TakenIssues::find(const std::string& name) const {
    const auto place = std::find_if(issues_.begin(), issues_.end(),
                                    [&](const TakenIssue& issue) { return issue.name == name; });
    return place == issues_.end() ? std::nullopt : std::optional(*place);
}

void TakenIssues::add(TakenIssue issue) {
    const auto place =
        std::lower_bound(issues_.begin(), issues_.end(), issue.name,
                         [](const TakenIssue& known, const std::string& name) { return known.name < name; });
    if (place != issues_.end() && place->name == issue.name)
        *place = std::move(issue);
    else
        issues_.insert(place, std::move(issue));
    replace_file(file_, to_bytes(issues_));
}

}  // namespace banwen
