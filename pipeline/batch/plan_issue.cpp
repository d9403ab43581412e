#include "batch/plan_issue.h"

#include <algorithm>
#include <cstdint>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "scan/fingerprint.h"
#include "write/manifest.h"

namespace banwen {
namespace {

std::vector<PageInfo> number_pages(const IssueSource& source) {
    std::vector<PageInfo> pages;
    for (const PageRef& ref : source.pages)
        pages.push_back(
            {.number = static_cast<int>(pages.size()) + 1, .file = ref.file, .index_in_file = ref.index});
    return pages;
}

// Only an issue without a name is called after its content: it costs reading all files before the first page.
std::string find_id(const IssueOptions& options, const std::vector<PageInfo>& pages,
                    Fingerprints& fingerprints) {
    std::string id = issue_id(options, "");
    if (!id.starts_with("unknown-")) return id;
    std::string content;
    for (const PageInfo& page : pages)
        content += fmt::format("{} {}\n", fingerprints.of(page.file), page.index_in_file);
    return issue_id(options, content);
}

// What is not the same any more, or "".
std::string difference(const Manifest& there, const Manifest& wanted) {
    if (there.version != wanted.version) return "made by version " + there.version;
    if (there.options != wanted.options) return "made with other options";
    if (there.models != wanted.models) return "made with another model";
    if (there.inputs != wanted.inputs) return "made from other pages";
    return "";
}

// Whether a file of the result is there and is not as it was written.
bool was_changed_by_hand(const std::filesystem::path& folder, const Manifest& there) {
    return std::any_of(there.files.begin(), there.files.end(), [&](const WrittenFile& file) {
        const std::filesystem::path path = folder / file.name;
        std::error_code failed;
        const std::uintmax_t size = std::filesystem::file_size(path, failed);
        return !failed && (size != file.size || fingerprint_of(path.native()) != file.sha256);
    });
}

// The plan where a result of banwen stands in the issue's place.
IssuePlan beside_result(IssuePlan plan, const Manifest& there, const RunOptions& run,
                        const std::vector<ModelUsed>& models, Fingerprints& fingerprints) {
    if (!there.complete() || run.redo == Redo::all) return plan;
    if (!files_are_there(run.output / plan.id, there)) {
        plan.note = plan.id + ": files of the earlier result are missing; converting it again";
        return plan;
    }
    std::vector<PageInfo> inputs = plan.pages;
    for (PageInfo& page : inputs)
        page.sha256 = fingerprints.of(page.file);
    const std::string changed = difference(there, expected_manifest(plan.id, run.write, models, inputs));
    plan.keep = changed.empty() || run.redo == Redo::none;
    plan.outdated = plan.keep && !changed.empty();
    if (plan.outdated)
        plan.note = fmt::format("{}: kept, though {}; --redo changed converts it again", plan.id, changed);
    return plan;
}

}  // namespace

IssuePlan plan_issue(const IssueSource& source, const RunOptions& run, const std::vector<ModelUsed>& models,
                     Fingerprints& fingerprints) {
    IssuePlan plan{.id = "", .walk = run.walk, .pages = number_pages(source), .note = "", .refused = ""};
    plan.walk.issue.name = source.name;
    plan.id = find_id(plan.walk.issue, plan.pages, fingerprints);
    plan.walk.issue.name = plan.id;

    const std::filesystem::path folder = run.output / plan.id;
    const std::optional<Manifest> there = read_manifest(folder);
    if (there) plan = beside_result(std::move(plan), *there, run, models, fingerprints);
    if (there && !plan.keep && was_changed_by_hand(folder, *there)) {
        plan.keep = true;
        plan.outdated = true;
        plan.note = fmt::format(
            "{}: kept, since files in it were changed by hand; move it out of the output to convert it again",
            plan.id);
    }
    if (!plan.keep) plan.refused = why_not_replaceable(folder);
    return plan;
}

}  // namespace banwen
