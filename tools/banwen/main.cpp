#include <array>
#include <deque>

#include "commands.h"
#include "core/version.h"
#include "recognize/single_thread.h"
#include "run_command.h"

namespace {

struct Command {
    const char* name;
    const char* purpose;
    banwen::Action (*define)(CLI::App& command);
};

constexpr std::array kCommands = {
    Command{"convert", "Turn the page scans of newspaper issues into articles", banwen::define_convert},
    Command{"inspect", "Draw what is found on a page, room by room", banwen::define_inspect},
    Command{"merge", "Add up the parts of a run that several machines did", banwen::define_merge},
    Command{"plan", "Share a large run out to several machines", banwen::define_plan},
    Command{"score", "Compare a result with the truth", banwen::define_score},
    Command{"search", "Find words in articles", banwen::define_search},
    Command{"verify", "Check results against their manifests", banwen::define_verify},
    Command{"watch", "Convert the issues of a folder as they arrive", banwen::define_watch},
    Command{"worker", "Read the pages that a run names", banwen::define_worker},
};

}  // namespace

int main(int argc, char** argv) {
    banwen::hold_loops_to_one_thread(argv);
    CLI::App app{
        "banwen turns the scans of a newspaper issue into clean article text.\n"
        "Begin with: banwen convert --help",
        "banwen"};
    app.set_version_flag("--version", "banwen " + std::string(banwen::version()),
                         "Print the version and exit");
    std::deque<std::pair<CLI::App*, banwen::Action>> actions;
    for (const Command& command : kCommands) {
        CLI::App* const subcommand = app.add_subcommand(command.name, command.purpose);
        actions.emplace_back(subcommand, command.define(*subcommand));
    }
    return banwen::run_command(app, actions, argc, argv);
}
