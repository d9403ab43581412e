#include "score/score_run.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/error.h"
#include "score/figures.h"
#include "score/folder.h"
#include "score/read_result.h"
#include "score/read_truth.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;
constexpr const char* kTruth = "truth.json";

std::string style_of(const TruthLine& line) {
    std::string style = line.kind;
    if (!line.style.empty()) style += " " + line.style;
    if (line.vertical) style += " vertical";
    if (line.reversed) style += " reversed";
    return style;
}

std::string size_of(const TruthLine& line) {
    return line.size_pt > 0 ? fmt::format("{:.0f} pt", line.size_pt) : "";
}

Tally line_tally(const ScoredLine& line, const std::optional<std::u32string>& read,
                 const ScoreOptions& options) {
    return {
        .shares = {{"line_recall", {read ? 1.0 : 0.0, 1}}, {"cer_line", line_errors(line, read, options)}},
        .measured = {}};
}

void add_line_groups(const ScoredText& truth, const ScoredText& result, const ScoreOptions& options,
                     ScoredIssue& issue) {
    if (result.lines.empty()) return;
    const std::vector<std::optional<std::u32string>> texts = texts_read(truth, result, options);
    std::size_t i = 0;
    for (const TruthPage& page : truth.pages)
        for (const TruthLine& line : page.lines) {
            const Tally tally = line_tally(truth.lines[i], texts[i], options);
            ++i;
            for (const auto& [grouping, group] :
                 {std::pair{"style", style_of(line)}, std::pair{"size", size_of(line)}})
                if (!group.empty())
                    issue.groups[grouping][group] = sum_of({issue.groups[grouping][group], tally});
        }
}

ScoredIssue scored(const std::string& name, const ScoredText& truth, const ScoredText& result,
                   const ScoreOptions& options) {
    ScoredIssue issue{name, false, tally_of(truth, result, options), {}};
    add_line_groups(truth, result, options, issue);
    if (truth.pages.empty()) return issue;
    const TruthPage& first = truth.pages.front();
    for (const auto& [grouping, group] :
         {std::pair{"kind", first.kind}, std::pair{"wear", first.wear},
          std::pair{"dpi", first.dpi > 0 ? fmt::format("{} dpi", first.dpi) : ""}})
        if (!group.empty()) issue.groups[grouping][group] = issue.tally;
    return issue;
}

std::vector<std::string> issue_names(const fs::path& folder) {
    std::vector<std::string> names;
    for (const fs::path& entry : entries_of(folder))
        if (is_folder(entry) && is_there(entry / kTruth)) names.push_back(entry.filename().string());
    if (names.empty())
        throw unreadable(folder.native(), fmt::format("holds no folder with a {}", kTruth),
                         "name a truth or a folder of issues with truth");
    return names;
}

// Where the result of an issue lies; "" when there is none.
fs::path result_of(const std::string& name, const fs::path& results) {
    for (const fs::path& place : {results / name, results / (name + ".txt")})
        if (is_there(place)) return place;
    return {};
}

ScoredIssue score_one(const std::string& name, const fs::path& truth, const fs::path& result,
                      const ScoreOptions& options) {
    const ScoredText given = result.empty() ? ScoredText{} : read_result(result);
    ScoredIssue issue = scored(name, read_truth(truth), given, options);
    issue.missing = result.empty();
    return issue;
}

}  // namespace

const std::vector<std::string>& groupings() {
    static const std::vector<std::string> kNames = {"kind", "wear", "dpi", "style", "size"};
    return kNames;
}

std::vector<ScoredIssue> score_run(const fs::path& truth, const fs::path& result,
                                   const ScoreOptions& options) {
    if (!is_folder(truth))
        return {score_one(truth.parent_path().filename().string(), truth, result, options)};
    if (is_there(truth / kTruth))
        return {score_one(truth.filename().string(), truth / kTruth, result, options)};
    std::vector<ScoredIssue> issues;
    for (const std::string& name : issue_names(truth))
        issues.push_back(score_one(name, truth / name / kTruth, result_of(name, result), options));
    if (std::all_of(issues.begin(), issues.end(), [](const ScoredIssue& issue) { return issue.missing; }))
        throw unreadable(result.native(), fmt::format("holds no result of an issue in {}", truth.string()),
                         "results are named as the issues' folders");
    return issues;
}

}  // namespace banwen
