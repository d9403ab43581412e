#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "batch/convert_run.h"
#include "batch/purge.h"
#include "commands.h"
#include "convert_options.h"
#include "interrupts.h"
#include "progress_display.h"
#include "run_command.h"
#include "run_summary.h"

namespace banwen {
namespace {

constexpr const char* kFooter =
    R"(INPUT is page images (TIFF, JPEG, PNG, JPEG 2000), scanned PDF files, or folders of them. A folder that holds
pages is one issue, a folder of folders is a run of issues, and files named directly form one issue together.

Each issue becomes the folder DIR/<issue id> with articles.jsonl (one record an article), text/ (one file an
article), issue.json (pages, ledger, how it was made) and manifest.json. It stands there whole or not at all.
A page that is too much for banwen costs only itself. The same command again does only what is missing. Results are named on stdout, everything else on stderr.

Examples:
  banwen convert scans/2020-03-24 --output out
  banwen convert page1.tif page2.tif -o out --paper dawn --date 2020-03-24
  banwen convert archive -o out --format md,lines --jobs 4
  banwen plan archive --chunks 8 > list; banwen convert --list list --chunk 1 -o out

)";

void add_inputs(CLI::App& command, RunOptions& options) {
    command.add_option("INPUT", options.inputs, "Page images, PDF files or folders")
        ->type_name("")
        ->configurable(false);
    command.add_option("--list", options.list, "In place of INPUT: a list that banwen plan has written")
        ->type_name("FILE")
        ->configurable(false);
    command.add_option("--chunk", options.chunk, "Which chunk of the list; 0: all of it")
        ->check(CLI::Range(0, 1'000'000).description(""))
        ->type_name("K")
        ->capture_default_str()
        ->configurable(false);
}

void check_inputs(const RunOptions& options) {
    if (options.inputs.empty() == options.list.empty())
        throw failure(ExitCode::usage, "INPUT", "is required, or --list in its place",
                      "see banwen convert --help");
    if (options.chunk > 0 && options.list.empty())
        throw failure(ExitCode::usage, "--chunk", "is one of a --list", "see banwen convert --help");
}

ExitCode purge_only(const RunOptions& options) {
    check_run_options(options);
    const std::uintmax_t bytes = purge(options.output);
    std::fprintf(stderr, "banwen: %s\n",
                 fmt::format("removed {:.1f} MB", static_cast<double>(bytes) / (1 << 20)).c_str());
    return ExitCode::ok;
}

ExitCode convert(RunOptions options) {
    check_run_options(options);
    check_inputs(options);
    options.worker = {"/proc/self/exe", "worker"};
    options.stop = listen_for_interrupts();
    RunSummary summary;
    {
        ProgressDisplay display;
        summary = convert_run(options, [&](const Progress& progress) { display.show(progress); });
    }
    std::fprintf(stderr, "%s", summary_text(summary).c_str());
    if (summary.stopped) {
        std::fputs(
            "banwen: interrupted; what has been read is kept, and the same command goes on from here\n",
            stderr);
        pass_interrupt_on();
    }
    return summary.status;
}

}  // namespace

Action define_convert(CLI::App& command) {
    const auto options = std::make_shared<RunOptions>();
    command.footer(std::string(kFooter) + kExitStatusHelp);
    add_inputs(command, *options);
    add_run_options(command, *options);
    add_issue_options(command, options->walk.issue);
    add_reading_options(command, options->walk);
    const auto purging = std::make_shared<bool>(false);
    command.add_flag("--purge", *purging, "Only remove what runs keep in DIR/.banwen, as pages already read")
        ->configurable(false);
    const std::function<void()> apply_config = add_config_option(command);
    return [options, purging, apply_config] {
        apply_config();
        return *purging ? purge_only(*options) : convert(*options);
    };
}

}  // namespace banwen
