#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>

#include "batch/work_list.h"
#include "commands.h"

namespace banwen {
namespace {

constexpr const char* kFooter =
    R"(Prints the issues of INPUT as a list, shared out to chunks of about as many pages, for machines that see the
same files: each does banwen convert --list FILE --chunk K with the same --output, and banwen merge then adds up
their summaries. A chunk may be done twice, and does then only what is missing.

Example:
  banwen plan archive --chunks 8 > list
  banwen convert --list list --chunk 1 --output out      (and so on, on any machine)
  banwen merge list --output out)";

struct PlanCommand {
    std::vector<std::string> inputs;
    int chunks = 1;
};

ExitCode plan(const PlanCommand& wanted) {
    std::fputs(to_lines(plan_work(find_issues(wanted.inputs), wanted.chunks)).c_str(), stdout);
    return ExitCode::ok;
}

}  // namespace

Action define_plan(CLI::App& command) {
    const auto wanted = std::make_shared<PlanCommand>();
    command.footer(kFooter);
    command.add_option("INPUT", wanted->inputs, "Folders of issues, as banwen convert takes them")
        ->type_name("")
        ->required();
    command.add_option("--chunks", wanted->chunks, "How many chunks to make")
        ->check(CLI::Range(1, 1'000'000).description(""))
        ->type_name("N")
        ->capture_default_str();
    return [wanted] { return plan(*wanted); };
}

}  // namespace banwen
