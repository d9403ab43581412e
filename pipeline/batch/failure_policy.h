// When a run gives up because of its failed pages.
#pragma once

#include <optional>
#include <string>

namespace banwen {

// Which pages may fail before a run ends early. What it has read until then is kept.
struct FailurePolicy {
    // At most so many, or so many of a hundred of the run's pages; nothing: any number.
    std::optional<int> max_pages;
    std::optional<double> max_percent;
};

// One line that says why a run of `total` pages ends now that `failed` of them have, or "".
std::string why_to_end(const FailurePolicy& policy, std::size_t failed, std::size_t total);

}  // namespace banwen
