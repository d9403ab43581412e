#include "config_file.h"

#include <fstream>

#include <CLI/CLI.hpp>

#include "core/error.h"

namespace banwen {
namespace {

// The readers of CLI11 look into the file of the whole program only, and never into that of a single command.
void apply(CLI::App& command, const CLI::ConfigItem& item) {
    CLI::Option* const option = command.get_option_no_throw("--" + item.name);
    if (option == nullptr || !item.parents.empty() || !option->get_configurable())
        throw CLI::ConfigError(item.fullname() + ": there is no such option");
    if (option->count() > 0) return;
    for (const std::string& value : item.inputs)
        option->add_result(value);
    option->run_callback();
}

}  // namespace

void apply_config_file(CLI::App& command, const std::string& file) {
    std::ifstream stream(file);
    try {
        if (!stream) throw CLI::ConfigError("cannot be read");
        for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_config(stream))
            apply(command, item);
    } catch (const CLI::Error& error) {
        throw failure(ExitCode::usage, file, error.what());
    }
}

}  // namespace banwen
