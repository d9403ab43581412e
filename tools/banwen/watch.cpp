#include <cstdio>
#include <ctime>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "batch/folder_watch.h"
#include "batch/news_line.h"
#include "commands.h"
#include "convert_options.h"
#include "core/printable.h"
#include "interrupts.h"
#include "run_command.h"

namespace banwen {
namespace {

constexpr const char* kFooter =
    R"(Each folder (or file) in DIR is an issue. It is taken when a file .done in it, or NAME.done beside it, says that
it is whole; else when its files have not changed for --settle seconds and can be read to their end. One that
cannot be read is waited for, in case it still grows, and after --patience seconds it is quarantined: named in
OUTPUT/status.json with its reason and, unless its files are kept in place, moved to DIR/_quarantine. Files that
change after they were taken are converted again. Ends with SIGTERM or Ctrl-C, and goes on where it was.

Example:
  banwen watch incoming --output out --after move --log json

)";

// How long an arrival may go unseen.
constexpr std::chrono::seconds kBetweenLooks{2};

struct WatchCommand {
    WatchOptions options;
    bool json = false;
    bool once = false;
};

void add_seconds(CLI::App& command, const std::string& option, std::chrono::seconds& target,
                 const std::string& help) {
    command
        .add_option_function<int>(
            option, [&target](int seconds) { target = std::chrono::seconds(seconds); }, help)
        ->check(CLI::Range(0, 1'000'000).description(""))
        ->type_name("SECONDS")
        ->default_str(std::to_string(target.count()));
}

void add_watch_options(CLI::App& command, WatchCommand& wanted) {
    command.add_option("DIR", wanted.options.folder, "The folder that fills")
        ->type_name("")
        ->required()
        ->configurable(false);
    add_seconds(command, "--settle", wanted.options.settle, "How long files must stay as they are");
    add_seconds(command, "--patience", wanted.options.patience,
                "How long to wait for one that cannot be read to change");
    static const std::map<std::string, AfterTaking> kAfter = {
        {"keep", AfterTaking::keep}, {"move", AfterTaking::move}, {"delete", AfterTaking::remove}};
    command
        .add_option_function<std::string>(
            "--after", [&wanted](const std::string& name) { wanted.options.after = kAfter.at(name); },
            "What becomes of the files of a converted issue: keep, move\n(to DIR/_done) or delete")
        ->check(CLI::IsMember({"keep", "move", "delete"}).description(""))
        ->type_name("NAME")
        ->default_str("keep");
    command
        .add_option_function<std::string>(
            "--log", [&wanted](const std::string& name) { wanted.json = name == "json"; },
            "Lines for people (text) or for programs (json), on stderr")
        ->check(CLI::IsMember({"text", "json"}).description(""))
        ->type_name("NAME")
        ->default_str("text");
    command.add_flag("--once", wanted.once, "End when nothing waits any more");
}

// To be interrupted soon, though sleeping.
void rest(const std::function<bool()>& stop) {
    for (auto left = std::chrono::milliseconds(kBetweenLooks); left.count() > 0 && !stop();
         left -= std::chrono::milliseconds(100))
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
}

ExitCode watch(WatchCommand wanted) {
    check_run_options(wanted.options.run);
    if (!std::filesystem::is_directory(wanted.options.folder))
        throw unreadable(wanted.options.folder.native(), "is no folder", "name the folder that fills");
    wanted.options.run.worker = {"/proc/self/exe", "worker"};
    wanted.options.run.stop = listen_for_interrupts();
    const std::function<bool()> stop = wanted.options.run.stop;
    FolderWatch watch(wanted.options, [&](const WatchNews& news) {
        const std::string line = wanted.json ? json_line(news, std::time(nullptr)) : text_line(news);
        std::fprintf(stderr, "%s\n", line.c_str());
    });
    while (!stop()) {
        watch.look(std::chrono::steady_clock::now());
        if (wanted.once && watch.waiting() == 0) return ExitCode::ok;
        rest(stop);
    }
    return ExitCode::ok;
}

}  // namespace

Action define_watch(CLI::App& command) {
    const auto wanted = std::make_shared<WatchCommand>();
    command.footer(std::string(kFooter) + kExitStatusHelp);
    add_watch_options(command, *wanted);
    add_run_options(command, wanted->options.run);
    add_reading_options(command, wanted->options.run.walk);
    const std::function<void()> apply_config = add_config_option(command);
    return [wanted, apply_config] {
        apply_config();
        return watch(*wanted);
    };
}

}  // namespace banwen
