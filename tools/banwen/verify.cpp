#include <cstdio>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "commands.h"
#include "core/printable.h"
#include "result_folders.h"
#include "write/manifest.h"
#include "write/verify_ledger.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

// Prints what is to be said of one issue; the number of faults.
std::size_t verify_issue(const fs::path& folder) {
    const std::string shown = printable(folder.native());
    const std::optional<Manifest> manifest = read_manifest(folder);
    if (!manifest) {
        fmt::print("{}: manifest.json is damaged\n", shown);
        return 1;
    }
    std::vector<std::string> faults = verify_folder(folder, *manifest);
    if (faults.empty()) faults = verify_ledger(folder);
    for (const std::string& fault : faults)
        fmt::print("{}/{}\n", shown, fault);
    for (const FailedPage& page : manifest->failed_pages)
        fmt::print("{}: page {} failed: {}\n", shown, page.page, printable(page.error));
    if (faults.empty() && manifest->complete())
        fmt::print("{}: complete, {} files\n", shown, manifest->files.size());
    return faults.size() + manifest->failed_pages.size();
}

}  // namespace

Action define_verify(CLI::App& command) {
    const auto output = std::make_shared<std::string>();
    command.footer(
        "Reads every file again and compares size and SHA-256 with the manifest; then adds up the ledger: "
        "every\n"
        "recognized line has one fate, every character comes from a line. Exit status: 0 all issues are\n"
        "complete and unchanged, 1 not all, 3 no result of banwen is there.\n\nExample:\n  banwen verify "
        "out");
    command.add_option("OUTPUT", *output, "An output folder, or one issue's folder in it")->required();
    return [output] {
        const std::vector<fs::path> folders = find_results(*output);
        if (folders.empty())
            throw unreadable(*output, "holds no result of banwen", "name the --output of convert");
        std::size_t faults = 0;
        for (const fs::path& folder : folders)
            faults += verify_issue(folder);
        return faults == 0 ? ExitCode::ok : ExitCode::some_failed;
    };
}

}  // namespace banwen
