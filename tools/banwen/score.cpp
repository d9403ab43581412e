#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "commands.h"
#include "core/characters.h"
#include "score/figure_table.h"
#include "score/json_file.h"
#include "score/score_run.h"

namespace banwen {
namespace {

constexpr const char* kFooter =
    R"(Distances (art_ned, page_ned, cer_..., order) and dup, lost, gone are best at 0, the F1 figures at 1.
art_ned, art_f1  article by article                page_ned, bag_f1  all text, with and without its order
dup, lost, gone  what stands twice, is misread, is not there      line_f1, order  lines found, their order
cer_line         wrong characters in the lines found

TRUTH is a truth.json, a folder that holds one, or a folder of such folders; RESULT then has a folder or a .txt
file under the same names, and each figure comes with a 95 % interval. An issue without a result counts as
lost. A result is an issue's folder of banwen, its mets.xml, or a text, PDF, ALTO, PAGE or hOCR file, or a folder
of such files (one a page, by name; no PDF). All but the first two have no articles, so that page_ned and the
like count captions, masthead and folios too, on both sides.

--by adds columns: kind, wear, dpi of the issues; style and size of lines, with cer_line and line_recall.
Figures of lines need METS, ALTO, PAGE, hOCR, or a result that was converted with --format lines.

Examples:
  banwen score samples/dawn/truth.json out/dawn
  banwen score truths results --by wear,style)";

struct ScoreCommand {
    std::string truth;
    std::string result;
    std::vector<std::string> by;
    std::string unwritable;
    bool json = false;
};

void print_table(const Score& score) {
    for (const auto& [figure, value] : score)
        fmt::print("{:<16}{:>8.4f}\n", figure, value);
}

// Figures have plain names, so nothing needs escaping.
void print_json(const Score& score) {
    std::string text;
    for (const auto& [figure, value] : score)
        text += fmt::format("{}\"{}\":{:.6f}", text.empty() ? "" : ",", figure, value);
    fmt::print("{{{}}}\n", text);
}

FigureColumn column_of(const std::string& name, const std::vector<Tally>& tallies) {
    return {name, tallies.size(), figures_with_intervals(tallies)};
}

std::vector<FigureColumn> columns_of(const std::vector<ScoredIssue>& issues,
                                     const std::vector<std::string>& by) {
    std::vector<Tally> all;
    for (const ScoredIssue& issue : issues)
        all.push_back(issue.tally);
    std::vector<FigureColumn> columns = {column_of("all", all)};
    for (const std::string& grouping : by) {
        std::map<std::string, std::vector<Tally>> groups;
        for (const ScoredIssue& issue : issues)
            if (issue.groups.contains(grouping))
                for (const auto& [group, tally] : issue.groups.at(grouping))
                    groups[group].push_back(tally);
        if (groups.empty())
            std::fprintf(stderr, "banwen: neither truth nor result tells the %s\n", grouping.c_str());
        for (const auto& [group, tallies] : groups)
            columns.push_back(column_of(group, tallies));
    }
    return columns;
}

ExitCode score(const ScoreCommand& wanted) {
    ScoreOptions options;
    if (!wanted.unwritable.empty()) options.unwritable = from_utf8(read_text_file(wanted.unwritable));
    const std::vector<ScoredIssue> issues = score_run(wanted.truth, wanted.result, options);
    for (const ScoredIssue& issue : issues)
        if (issue.missing)
            std::fprintf(stderr, "banwen: no result of %s: all of it counts as lost\n", issue.name.c_str());
    if (issues.size() == 1 && wanted.by.empty()) {
        const Score figures = figures_of(issues.front().tally);
        wanted.json ? print_json(figures) : print_table(figures);
    } else {
        const std::vector<FigureColumn> columns = columns_of(issues, wanted.by);
        fmt::print("{}\n", wanted.json ? json_table(columns) : text_table(columns));
    }
    return ExitCode::ok;
}

}  // namespace

Action define_score(CLI::App& command) {
    const auto wanted = std::make_shared<ScoreCommand>();
    command.footer(kFooter);
    command.add_option("TRUTH", wanted->truth, "A truth.json, or a folder of them")
        ->type_name("")
        ->required();
    command
        .add_option("RESULT", wanted->result,
                    "The issue's folder in the output, or its text, PDF or XML files")
        ->type_name("")
        ->required();
    command.add_option("--by", wanted->by, "Tell figures apart by kind, wear, dpi, style or size")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember(groupings()).description(""))
        ->type_name("NAME,...");
    command
        .add_option("--unwritable", wanted->unwritable,
                    "A text of the characters that the model cannot write: counted apart, not as errors")
        ->type_name("FILE");
    command.add_flag("--json", wanted->json, "Print one JSON object instead of a table");
    return [wanted] { return score(*wanted); };
}

}  // namespace banwen
