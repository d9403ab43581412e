// measure_text: what the rooms behind the recognizer do to the characters that it read, on pages with truth.
// Exit status: 0 measured, 2 wrong usage, 3 something could not be read, 4 no model.
#include <array>
#include <cstdio>
#include <map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "core/characters.h"
#include "core/error.h"
#include "measure_layout.h"
#include "measure_text.h"
#include "recognize/make_recognizer.h"
#include "recognize/single_thread.h"
#include "score/edit_distance.h"
#include "score/figure_table.h"

namespace {

using namespace banwen;

struct Wanted {
    std::vector<std::string> paths;
    Options options;
    bool each = false;
};

// Lines with a change of one reason, and how many of them came nearer to the print, or farther from it.
struct Effect {
    int changes = 0;
    int better = 0;
    int worse = 0;
};

struct Measured {
    std::map<std::string, std::vector<Tally>> issues;  // by wear
    std::map<std::string, Effect> effects;             // by the ledger's reason
};

void count_masthead(const JsonValue& printed, const Masthead& read, Tally& tally) {
    const std::array<std::pair<const char*, const std::string*>, 6> fields = {
        {{"name", &read.name},
         {"date", &read.date},
         {"weekday", &read.weekday},
         {"lunar_date", &read.lunar_date},
         {"issue_number", &read.issue_number},
         {"licence", &read.licence}}};
    for (const auto& [name, value] : fields) {
        const std::string wanted = printed.value(name, "");
        if (wanted.empty()) continue;
        // The truth has the licence's label too.
        const bool part = std::string_view(name) == "licence" && value->size() >= 6;
        const double right = *value == wanted || (part && wanted.find(*value) != wanted.npos) ? 1 : 0;
        for (const std::string& figure : {std::string("masthead"), std::string("masthead_") + name}) {
            tally.shares[figure].part += right;
            tally.shares[figure].whole += 1;
        }
        if (right == 0) std::fprintf(stderr, "%s: %s read %s\n", name, wanted.c_str(), value->c_str());
    }
}

void count_line(const CleanedLine& line, const std::map<LineId, std::string>& reasons, const Wanted& wanted,
                Tally& tally, Measured& measured) {
    const int before = edit_distance(line.printed, line.read),
              after = edit_distance(line.printed, line.written);
    const auto length = static_cast<double>(line.printed.size());
    const auto add = [&tally](const char* figure, double part, double whole) {
        tally.shares[figure].part += part;
        tally.shares[figure].whole += whole;
    };
    add("cer_read", before, length);
    add("cer_written", after, length);
    add("lines_better", after < before ? 1 : 0, 1);
    add("lines_worse", after > before ? 1 : 0, 1);
    const auto reason = reasons.find(line.id);
    Effect& effect = measured.effects[reason == reasons.end() ? "none told" : reason->second];
    if (reason != reasons.end()) ++effect.changes;
    effect.better += after < before ? 1 : 0;
    effect.worse += after > before ? 1 : 0;
    if (wanted.each && before != after)
        fmt::print("{} {}\n  printed {}\n  read    {}\n  written {}\n", after < before ? "better" : "worse",
                   reason == reasons.end() ? "" : reason->second, to_utf8(line.printed), to_utf8(line.read),
                   to_utf8(line.written));
}

void add_issue(const std::filesystem::path& folder, Recognizer& recognizer, const Wanted& wanted,
               Measured& measured) {
    const JsonValue truth = read_json(folder / "truth.json");
    const std::vector<TruthPage> pages = truth_pages(truth);
    const CleanedIssue cleaned = measure_text(folder, pages, recognizer, wanted.options);
    std::map<LineId, std::string> reasons;
    for (const LedgerEntry& entry : cleaned.issue.ledger)
        if (entry.kept) reasons.emplace(entry.line, entry.reason);
    Tally tally;
    for (const CleanedLine& line : cleaned.lines)
        count_line(line, reasons, wanted, tally, measured);
    if (truth.contains("masthead")) count_masthead(truth["masthead"], cleaned.issue.masthead, tally);
    measured.issues[pages.front().wear].push_back(std::move(tally));
    std::fprintf(stderr, "read %s\n", folder.c_str());
}

int measure(const Wanted& wanted) {
    const ReadyRecognizer ready = make_recognizer(wanted.options.recognize);
    Measured measured;
    for (const std::string& path : wanted.paths)
        for (const std::filesystem::path& folder : truth_folders(path))
            add_issue(folder, *ready.recognizer, wanted, measured);
    if (measured.issues.empty()) {
        std::fputs("measure_text: there is no truth.json in what was named\n", stderr);
        return static_cast<int>(ExitCode::unreadable_input);
    }
    std::vector<FigureColumn> columns;
    for (const auto& [wear, tallies] : measured.issues)
        columns.push_back({wear.empty() ? "?" : wear, tallies.size(), figures_with_intervals(tallies)});
    fmt::print("{}\n\n{:<52}{:>8}{:>8}{:>8}\n", text_table(columns), "lines with a change told as", "lines",
               "better", "worse");
    for (const auto& [reason, effect] : measured.effects)
        fmt::print("{:<52}{:>8}{:>8}{:>8}\n", reason, effect.changes, effect.better, effect.worse);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    hold_loops_to_one_thread(argv);
    Wanted wanted;
    CLI::App app{
        "Measures what the rooms behind the recognizer do to the characters, on pages with truth: character "
        "errors of the same lines as they were read and as they are written, by wear, and the masthead's "
        "fields."};
    app.add_option("PATH", wanted.paths, "Folders that hold truth.json and its pages, at any depth")
        ->required();
    app.add_option("--model", wanted.options.recognize.model, "A model's name or file");
    app.add_flag("--each", wanted.each, "First each line that came nearer to the print or farther from it");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::usage);
    }
    try {
        return measure(wanted);
    } catch (const Error& error) {
        std::fprintf(stderr, "measure_text: %s\n", error.what());
        return static_cast<int>(error.code());
    }
}
