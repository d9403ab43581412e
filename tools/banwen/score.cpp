#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "commands.h"
#include "score/score_issue.h"

namespace banwen {
namespace {

struct ScoreCommand {
    std::string truth;
    std::string result;
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

}  // namespace

Action define_score(CLI::App& command) {
    const auto wanted = std::make_shared<ScoreCommand>();
    command.footer(
        "Distances (art_ned, page_ned, cer_...) and dup, lost, gone are best at 0, the F1 figures at 1.\n"
        "line_f1 and order need a result that was converted with --format lines.\n\n"
        "Example:\n  banwen score samples/dawn/truth.json out/dawn");
    command.add_option("TRUTH", wanted->truth, "truth.json of the issue")->required();
    command.add_option("RESULT", wanted->result, "The issue's folder in the output, or a text file")
        ->required();
    command.add_flag("--json", wanted->json, "Print one JSON object instead of a table");
    return [wanted] {
        const Score score = score_issue(wanted->truth, wanted->result, {});
        wanted->json ? print_json(score) : print_table(score);
        return ExitCode::ok;
    };
}

}  // namespace banwen
