#include "write/write_issue.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"
#include "core/ledger.h"
#include "write/formats.h"
#include "write/issue_folder.h"
#include "write/manifest.h"

namespace banwen {
namespace {

bool asked_for(const Format& format, const WriteOptions& options) {
    return format.always ||
           std::find(options.formats.begin(), options.formats.end(), format.name) != options.formats.end();
}

bool wanted(const Format& format, const WriteOptions& options) {
    return asked_for(format, options) ||
           std::any_of(formats().begin(), formats().end(), [&](const Format& other) {
               return other.needs == format.name && asked_for(other, options);
           });
}

void check_formats(const WriteOptions& options) {
    const std::vector<std::string> names = output_formats();
    for (const std::string& format : options.formats)
        if (std::find(names.begin(), names.end(), format) == names.end())
            throw Error(ExitCode::usage, fmt::format("{}: there is no such format; there are: {}", format,
                                                     fmt::join(names, ", ")));
}

// The id becomes a folder's name; whatever the paper is called, it must stay one inside the output folder.
void check_id(const std::string& id) {
    if (id.empty() || id.front() == '.' ||
        id.find_first_of(std::string_view{"/\\\0", 3}) != std::string::npos)
        throw Error(ExitCode::bug, fmt::format("\"{}\" cannot be an issue's id", id));
}

// A line without a fate would be text lost in silence.
void check_ledger(const Issue& issue) {
    const std::vector<std::string> problems = find_unaccounted(issue);
    if (!problems.empty())
        throw Error(ExitCode::bug,
                    fmt::format("{}: the ledger does not add up: {} ({} such); please report it", issue.id,
                                problems.front(), problems.size()));
}

}  // namespace

std::vector<std::string> output_formats() {
    std::vector<std::string> names;
    for (const Format& format : formats())
        names.emplace_back(format.name);
    return names;
}

std::vector<std::string> written_formats(const WriteOptions& options) {
    std::vector<std::string> names;
    for (const Format& format : formats())
        if (wanted(format, options)) names.emplace_back(format.name);
    return names;
}

void write_issue(const Issue& issue, const std::filesystem::path& output, const WriteOptions& options) {
    check_formats(options);
    check_id(issue.id);
    for (const Article& article : issue.articles)
        check_id(article.id);
    check_ledger(issue);
    if (const std::string why = why_not_replaceable(output / issue.id); !why.empty())
        throw Error(ExitCode::cannot_write, why);

    IssueFolder folder(output);
    for (const Format& format : formats())
        if (wanted(format, options)) format.write(issue, options, folder);
    write_ledger(issue, options, folder);
    write_issue_json(issue, options, folder);
    folder.add("manifest.json", to_json(manifest_of(issue, options, folder.files())));
    folder.publish(issue.id);
}

}  // namespace banwen
