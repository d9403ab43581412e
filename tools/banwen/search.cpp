#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "commands.h"
#include "core/printable.h"
#include "result_folders.h"
#include "write/search_articles.h"

namespace banwen {
namespace {

namespace fs = std::filesystem;

std::size_t search_issue(const fs::path& folder, const std::string& words) {
    const std::vector<Hit> hits = search_articles(folder, words);
    for (const Hit& hit : hits)
        fmt::print("{}  {}  {}\n    {}\n", printable(hit.article), printable(hit.label), printable(hit.title),
                   printable(hit.snippet));
    return hits.size();
}

ExitCode search(const std::string& output, const std::string& words) {
    std::vector<fs::path> folders = find_results(output);
    std::erase_if(folders, [](const fs::path& folder) { return !fs::exists(folder / "articles.sqlite"); });
    if (folders.empty())
        throw unreadable(output, "holds no articles.sqlite", "run convert with --format sqlite");
    std::size_t hits = 0;
    for (const fs::path& folder : folders)
        hits += search_issue(folder, words);
    return hits > 0 ? ExitCode::ok : ExitCode::some_failed;
}

}  // namespace

Action define_search(CLI::App& command) {
    const auto output = std::make_shared<std::string>();
    const auto words = std::make_shared<std::vector<std::string>>();
    command.footer(
        "Prints each article that has all of the words, with the text around the first of them. The results\n"
        "must have been written with --format sqlite. Exit status: 0 something was found, 1 nothing,\n"
        "3 there is nothing to search in.\n\nExample:\n  banwen search out 铁路 通车");
    command.add_option("OUTPUT", *output, "An output folder, or one issue's folder in it")->required();
    command.add_option("WORDS", *words, "What to look for")->required();
    return [output, words] { return search(*output, fmt::format("{}", fmt::join(*words, " "))); };
}

}  // namespace banwen
