#include "batch/failure_policy.h"

#include <fmt/format.h>

namespace banwen {

std::string why_to_end(const FailurePolicy& policy, std::size_t failed, std::size_t total) {
    const bool too_many = policy.max_pages && failed > static_cast<std::size_t>(*policy.max_pages);
    const bool too_great = policy.max_percent && static_cast<double>(failed) * 100 >
                                                     *policy.max_percent * static_cast<double>(total);
    if (!too_many && !too_great) return "";
    return fmt::format(
        "{} of {} pages failed, more than the run may lose; it ends here, and what has been "
        "read is kept",
        failed, total);
}

}  // namespace banwen
