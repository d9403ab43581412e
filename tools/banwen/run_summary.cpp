#include "run_summary.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/printable.h"

namespace banwen {
namespace {

// The rest of the failures stands in summary.json.
constexpr std::size_t kFailuresShown = 10;

// Counts things for a person: 1 issue, 2 issues.
std::string counted(int count, const std::string& thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

std::string counts(const RunSummary& summary) {
    const int read = summary.pages_done - summary.pages_failed;
    std::string text = fmt::format("{} written, {} kept; {} read", counted(summary.issues_written, "issue"),
                                   summary.issues_kept, counted(read, "page"));
    if (summary.pages_known > 0) text += fmt::format(" ({} by an earlier run)", summary.pages_known);
    if (summary.pages_failed > 0)
        text += fmt::format(", {} failed; the same command tries the partial issues again ({})",
                            summary.pages_failed, summary.issues_partial);
    return text;
}

std::string took(const RunSummary& summary) {
    const std::string made =
        fmt::format("{}, {}", counted(summary.articles, "article"), counted(summary.doubts, "doubt"));
    const int read = summary.pages_done - summary.pages_known;
    if (read == 0) return made;
    return fmt::format("{}; {:.1f} pages/min, {} MB at most in a worker", made,
                       summary.seconds > 0 ? read * 60 / summary.seconds : 0, summary.peak_memory >> 20);
}

}  // namespace

std::string summary_text(const RunSummary& summary) {
    std::string text = fmt::format("banwen: {}\n", counts(summary));
    if (summary.issues_written > 0) text += fmt::format("banwen: {}\n", took(summary));
    const std::size_t shown = std::min(summary.failures.size(), kFailuresShown);
    // One line was told already, when it happened.
    if (summary.failures.size() < 2) return text;
    text += fmt::format("banwen: what failed:\n");
    for (std::size_t failure = 0; failure < shown; ++failure)
        text += fmt::format("  {}\n", printable(summary.failures[failure]));
    if (shown < summary.failures.size())
        text += fmt::format("  and {} more: see summary.json\n", summary.failures.size() - shown);
    return text;
}

}  // namespace banwen
