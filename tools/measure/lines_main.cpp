// measure_lines: the recognizer alone, on the printed lines of pages with truth.
// Exit status: 0 measured, 2 wrong usage, 3 something could not be read, 4 no model.
#include <cstdio>
#include <map>
#include <set>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "core/characters.h"
#include "core/error.h"
#include "line_errors.h"
#include "measure_layout.h"
#include "measure_lines.h"
#include "recognize/find_model.h"
#include "recognize/lstm/model.h"
#include "recognize/make_recognizer.h"
#include "recognize/single_thread.h"
#include "score/comparable_text.h"
#include "score/figure_table.h"

namespace {

using namespace banwen;

struct Wanted {
    std::vector<std::string> paths;
    std::vector<std::string> by;
    RecognizeOptions recognize;
    LineSource source = LineSource::printed;
    std::size_t confusions = 20;
    bool each = false;
    bool json = false;
};

// Tallies of the pages that have lines in a group: "body", "9 pt", …
using Groups = std::map<std::string, std::map<std::string, std::vector<Tally>>>;

struct Measured {
    std::vector<Tally> pages;
    Groups groups;
    Confusions confusions;
    std::size_t printed = 0, read = 0;
    double cpu_seconds = 0;
};

std::string size_group(double points) {
    if (points <= 0) return "? pt";
    if (points > 20) return "> 20 pt";
    if (points > 12) return "13-20 pt";
    return fmt::format("{:2.0f} pt", points);
}

std::string group_of(const TruthLine& line, const TruthPage& page, const std::string& by) {
    if (by == "wear") return page.wear;
    if (by == "dpi") return fmt::format("{} dpi", page.dpi);
    if (by == "size") return size_group(line.size_pt);
    if (by == "setting") return line.vertical ? "vertical" : line.reversed ? "reversed" : "upright";
    return line.kind;
}

// The characters that the models can write, as compared; none where another engine reads them.
std::set<char32_t> writable_characters(const ReadyRecognizer& ready) {
    std::set<char32_t> writable;
    for (const ModelUsed& used : ready.models) {
        if (used.engine != "lstm") return {};
        const ModelFile file = read_model_file(used.file);
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(file.bytes.data());
        for (const lstm::Character& each : lstm::read_model({bytes, file.bytes.size()}).characters.characters)
            for (const char32_t c : comparable_text(each.text))
                writable.insert(c);
    }
    return writable;
}

void print_line(const ReadLine& line) {
    fmt::print("{:<10}{:>5.1f} px  {}\n{:<21}{}\n", line.truth.kind, line.type_size, to_utf8(line.printed),
               line.truth.vertical ? "vertical" : "", to_utf8(line.read));
}

void add_page(Measured& measured, const LinesOfPage& page, const TruthPage& truth,
              const std::set<char32_t>& writable, const Wanted& wanted) {
    std::vector<Tally> all;
    Groups groups;
    for (const ReadLine& line : page.lines) {
        const LineErrors errors = errors_between(line.printed, line.read, writable);
        all.push_back(errors.tally);
        for (const std::string& by : wanted.by)
            groups[by][group_of(line.truth, truth, by)].push_back(errors.tally);
        for (const auto& [confusion, count] : errors.confusions)
            measured.confusions[confusion] += count;
        if (wanted.each && !errors.confusions.empty()) print_line(line);
    }
    measured.pages.push_back(sum_of(all));
    for (const auto& [by, names] : groups)
        for (const auto& [name, tallies] : names)
            measured.groups[by][name].push_back(sum_of(tallies));
    measured.printed += page.printed_lines;
    measured.read += page.lines.size();
    measured.cpu_seconds += page.cpu_seconds;
}

Measured measure_all(const Wanted& wanted) {
    const ReadyRecognizer ready = make_recognizer(wanted.recognize);
    const std::set<char32_t> writable = writable_characters(ready);
    Measured measured;
    for (const std::string& path : wanted.paths)
        for (const std::filesystem::path& folder : truth_folders(path))
            for (const TruthPage& truth : truth_pages(read_json(folder / "truth.json"))) {
                add_page(measured,
                         measure_lines(folder, truth, wanted.source, *ready.recognizer, wanted.recognize),
                         truth, writable, wanted);
                std::fprintf(stderr, "read %s\n", (folder.filename() / truth.file).c_str());
            }
    return measured;
}

std::vector<FigureColumn> columns_of(const Measured& measured) {
    std::vector<FigureColumn> columns = {
        {"all", measured.pages.size(), figures_with_intervals(measured.pages)}};
    for (const auto& [by, names] : measured.groups)
        for (const auto& [name, tallies] : names)
            columns.push_back(
                {name.empty() ? by + " ?" : name, tallies.size(), figures_with_intervals(tallies)});
    return columns;
}

void print_confusions(const Confusions& confusions, std::size_t count) {
    for (const auto& [confusion, times] : costliest(confusions, count))
        fmt::print("{:>6} × {} → {}\n", times, confusion.first.empty() ? "–" : to_utf8(confusion.first),
                   confusion.second.empty() ? "–" : to_utf8(confusion.second));
}

int measure(const Wanted& wanted) {
    const Measured measured = measure_all(wanted);
    if (measured.pages.empty()) {
        std::fputs("measure_lines: there is no truth.json in what was named\n", stderr);
        return static_cast<int>(ExitCode::unreadable_input);
    }
    const std::vector<FigureColumn> columns = columns_of(measured);
    fmt::print("{}\n", wanted.json ? json_table(columns) : text_table(columns));
    if (!wanted.json) print_confusions(measured.confusions, wanted.confusions);
    std::fprintf(stderr, "read %zu of %zu printed lines in %.2f CPU seconds\n", measured.read,
                 measured.printed, measured.cpu_seconds);
    return 0;
}

void add_options(CLI::App& app, Wanted& wanted) {
    app.add_option("PATH", wanted.paths, "Folders that hold truth.json and its pages, at any depth")
        ->required();
    app.add_option("--by", wanted.by, "Further columns: kind, setting, size, wear, dpi")
        ->delimiter(',')
        ->check(CLI::IsMember({"kind", "setting", "size", "wear", "dpi"}));
    app.add_option("--lines", wanted.source, "printed: where the truth has them; found: as layout found them")
        ->transform(CLI::CheckedTransformer(std::map<std::string, LineSource>{
            {"printed", LineSource::printed}, {"found", LineSource::found}}));
    app.add_option("--model", wanted.recognize.model, "A model's name or file");
    app.add_option("--effort", wanted.recognize.effort,
                   "fast, normal or high: second looks at doubtful lines")
        ->transform(CLI::CheckedTransformer(std::map<std::string, Effort>{
            {"fast", Effort::fast}, {"normal", Effort::normal}, {"high", Effort::high}}));
    app.add_option("--confusions", wanted.confusions, "How many of them to print");
    app.add_flag("--each", wanted.each, "First each line with errors, what is printed above what was read");
    app.add_flag("--json", wanted.json, "One JSON object instead of a table");
}

}  // namespace

int main(int argc, char** argv) {
    hold_loops_to_one_thread(argv);
    Wanted wanted;
    CLI::App app{
        "Measures the recognizer alone, on the printed lines of pages with truth. Figures are explained in "
        "tools/measure/line_errors.h."};
    add_options(app, wanted);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::usage);
    }
    try {
        return measure(wanted);
    } catch (const Error& error) {
        std::fprintf(stderr, "measure_lines: %s\n", error.what());
        return static_cast<int>(error.code());
    }
}
