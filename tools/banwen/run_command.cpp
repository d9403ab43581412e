#include "run_command.h"

#include <csignal>
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

#include "core/printable.h"

namespace banwen {

namespace {

int say(ExitCode code, const std::string& message) {
    std::fprintf(stderr, "banwen: %s\n", printable(message).c_str());
    return static_cast<int>(code);
}

int run(const Action& action) {
    try {
        return static_cast<int>(action());
    } catch (const Error& error) {
        return say(error.code(), error.what());
    } catch (const CLI::Error& error) {
        return say(ExitCode::usage, error.what());
    } catch (const std::bad_alloc&) {
        const Error error = out_of_memory("this command");
        return say(error.code(), error.what());
    } catch (const std::exception& error) {
        return say(ExitCode::bug,
                   std::string("this is a fault of banwen, please report it: ") + error.what());
    }
}

}  // namespace

int run_command(CLI::App& app, const std::deque<std::pair<CLI::App*, Action>>& actions, int argc,
                char** argv) {
    // A file that may not grow gives an error in its place, which can be told, instead of the end of the
    // process.
    std::signal(SIGXFSZ, SIG_IGN);
    app.require_subcommand(1);
    app.footer(kExitStatusHelp);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked_for_help) {
        return app.exit(asked_for_help);
    } catch (const CLI::ParseError& error) {
        const std::string command =
            app.get_subcommands().empty() ? "" : " " + app.get_subcommands().front()->get_name();
        return say(ExitCode::usage, std::string(error.what()) + "; see banwen" + command + " --help");
    }
    for (const auto& [command, action] : actions)
        if (command->parsed()) return run(action);
    return static_cast<int>(ExitCode::usage);
}

}  // namespace banwen
