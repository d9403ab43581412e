// measure_layout: layout and reading order alone, on pages with truth.
// Exit status: 0 measured, 2 wrong usage, 3 something could not be read.
#include <array>
#include <atomic>
#include <cstdio>
#include <future>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "core/error.h"
#include "measure_layout.h"
#include "recognize/single_thread.h"
#include "score/figure_table.h"

namespace {

using namespace banwen;

struct Wanted {
    std::vector<std::string> paths;
    std::vector<std::string> by;
    int jobs = 1;
    bool each = false;
    bool json = false;
};

std::string group_of(const TruthPage& page, const std::string& by) {
    if (by == "kind") return page.kind;
    if (by == "wear") return page.wear;
    return fmt::format("{} dpi", page.dpi);
}

struct PageTask {
    std::filesystem::path folder;
    TruthPage truth;
};

std::vector<PageTask> tasks_in(const std::vector<std::string>& paths) {
    std::vector<PageTask> tasks;
    for (const std::string& path : paths)
        for (const std::filesystem::path& folder : truth_folders(path))
            for (TruthPage& truth : truth_pages(read_json(folder / "truth.json")))
                tasks.push_back({folder, std::move(truth)});
    return tasks;
}

// In the order of the tasks, however many are under way at once.
std::vector<MeasuredPage> measure_all(const Wanted& wanted) {
    const std::vector<PageTask> tasks = tasks_in(wanted.paths);
    std::vector<MeasuredPage> pages(tasks.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < tasks.size(); i = next++) {
            pages[i] = measure_layout(tasks[i].folder, tasks[i].truth);
            std::fprintf(stderr, "measured %s\n", pages[i].name.c_str());
        }
    };
    std::vector<std::future<void>> workers;
    for (int i = 0; i < wanted.jobs; ++i)
        workers.push_back(std::async(std::launch::async, work));
    for (std::future<void>& worker : workers)
        worker.get();
    return pages;
}

FigureColumn column_of(const std::string& name, const std::vector<Tally>& tallies) {
    return {name, tallies.size(), figures_with_intervals(tallies)};
}

std::vector<FigureColumn> columns_of(const std::vector<MeasuredPage>& pages, const Wanted& wanted) {
    std::vector<Tally> all;
    for (const MeasuredPage& page : pages)
        all.push_back(page.tally);
    std::vector<FigureColumn> columns = {column_of("all", all)};
    for (const std::string& by : wanted.by) {
        std::map<std::string, std::vector<Tally>> groups;
        for (const MeasuredPage& page : pages)
            groups[group_of(page.truth, by)].push_back(page.tally);
        for (const auto& [name, tallies] : groups)
            columns.push_back(column_of(name.empty() ? by + " ?" : name, tallies));
    }
    return columns;
}

// The worst pages are the ones to look at.
void print_pages(const std::vector<MeasuredPage>& pages) {
    constexpr std::array kFigures = {"line_f1",    "line_article",   "article_exact",
                                     "body_order", "headline_exact", "skew_left"};
    fmt::print("{:<40}{:>8}", "page", "CPU s");
    for (const char* figure : kFigures)
        fmt::print("{:>15}", figure);
    fmt::print("\n");
    for (const MeasuredPage& page : pages) {
        const Score score = figures_of(page.tally);
        fmt::print("{:<40}{:>8.2f}", page.name, page.cpu_seconds);
        for (const char* figure : kFigures)
            fmt::print("{:>15}", score.contains(figure) ? fmt::format("{:.4f}", score.at(figure)) : "–");
        fmt::print("\n");
    }
}

double cpu_a_page(const std::vector<MeasuredPage>& pages) {
    double seconds = 0;
    for (const MeasuredPage& page : pages)
        seconds += page.cpu_seconds;
    return seconds / static_cast<double>(pages.size());
}

int measure(const Wanted& wanted) {
    const std::vector<MeasuredPage> pages = measure_all(wanted);
    if (pages.empty()) {
        std::fputs("measure_layout: there is no truth.json in what was named\n", stderr);
        return static_cast<int>(ExitCode::unreadable_input);
    }
    const std::vector<FigureColumn> columns = columns_of(pages, wanted);
    if (wanted.each) print_pages(pages);
    fmt::print("{}\n", wanted.json ? json_table(columns) : text_table(columns));
    std::fprintf(stderr, "%.2f CPU seconds a page for cleaning, layout and order\n", cpu_a_page(pages));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    hold_loops_to_one_thread(argv);
    Wanted wanted;
    CLI::App app{
        "Measures layout and reading order alone, on pages with truth: each line that was found is given "
        "the text that is printed there. Figures are explained in pipeline/score/layout_figures.h."};
    app.add_option("PATH", wanted.paths, "Folders that hold truth.json and its pages, at any depth")
        ->required();
    app.add_option("--by", wanted.by, "Further columns: kind, wear, dpi")
        ->delimiter(',')
        ->check(CLI::IsMember({"kind", "wear", "dpi"}));
    app.add_option("--jobs", wanted.jobs, "Pages at once")->check(CLI::Range(1, 256))->capture_default_str();
    app.add_flag("--each", wanted.each, "A row for each page first");
    app.add_flag("--json", wanted.json, "One JSON object instead of a table");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::usage);
    }
    try {
        return measure(wanted);
    } catch (const Error& error) {
        std::fprintf(stderr, "measure_layout: %s\n", error.what());
        return static_cast<int>(error.code());
    }
}
