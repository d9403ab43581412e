#include <cstdio>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "batch/merge_chunks.h"
#include "commands.h"
#include "run_summary.h"

namespace banwen {
namespace {

struct MergeCommand {
    std::string list;
    std::filesystem::path output;
};

ExitCode merge(const MergeCommand& wanted) {
    const MergedChunks merged = merge_chunks(wanted.list, wanted.output);
    std::fputs(summary_text(merged.summary).c_str(), stdout);
    for (const std::string& gap : merged.gaps)
        fmt::print("{}\n", gap);
    return merged.gaps.empty() ? merged.summary.status
                               : std::max(merged.summary.status, ExitCode::some_failed);
}

}  // namespace

Action define_merge(CLI::App& command) {
    const auto wanted = std::make_shared<MergeCommand>();
    command.footer(
        "Adds up what banwen convert --list LIST --chunk K has told of each chunk, into OUTPUT/summary.json, "
        "and\n"
        "names the chunks that are missing. Exit status: the worst of the chunks'; at least 1 where one is\n"
        "missing or left issues out.");
    command.add_option("LIST", wanted->list, "The list that banwen plan has written")
        ->type_name("")
        ->required();
    command.add_option("-o,--output", wanted->output, "Where the chunks were written")
        ->type_name("DIR")
        ->required();
    return [wanted] { return merge(*wanted); };
}

}  // namespace banwen
