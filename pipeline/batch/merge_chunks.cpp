#include "batch/merge_chunks.h"

#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "batch/replace_file.h"
#include "batch/summary_file.h"
#include "batch/work_list.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

// What the chunk has not done, or "".
std::string gap_in(int chunk, std::size_t issues, const RunSummary& summary) {
    const auto done = static_cast<std::size_t>(summary.issues_written + summary.issues_kept);
    if (done >= issues) return "";
    return fmt::format("chunk {}: {} of {} issues are not there; run it again", chunk, issues - done, issues);
}

}  // namespace

MergedChunks merge_chunks(const fs::path& list, const fs::path& output) {
    const WorkList work = read_work_list(list);
    std::vector<RunSummary> parts;
    MergedChunks merged;
    for (int chunk = 1; chunk <= work.chunks; ++chunk) {
        const std::size_t issues = work.of(chunk).size();
        const fs::path file = summary_of_chunk(output, chunk);
        std::ifstream stream(file);
        if (!stream) {
            if (issues > 0) merged.gaps.push_back(fmt::format("chunk {}: has not ended; run it", chunk));
            continue;
        }
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        parts.push_back(summary_from_json(text, file.native()));
        const std::string gap = gap_in(chunk, issues, parts.back());
        if (!gap.empty()) merged.gaps.push_back(gap);
    }
    merged.summary = added_up(parts);
    replace_file(output / "summary.json", to_json(merged.summary));
    return merged;
}

}  // namespace banwen
