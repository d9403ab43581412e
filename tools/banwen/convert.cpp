#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "batch/convert_run.h"
#include "commands.h"
#include "config_file.h"
#include "progress_display.h"
#include "run_command.h"
#include "text/convert_script.h"

namespace banwen {
namespace {

constexpr const char* kFooter =
    R"(INPUT is page images (TIFF, JPEG, PNG, JPEG 2000), scanned PDF files, or folders of them. A folder that holds
pages is one issue, a folder of folders is a run of issues, and files named directly form one issue together.

Each issue becomes the folder DIR/<issue id> with articles.jsonl (one record an article), text/ (one file an
article), issue.json (pages, ledger, how it was made) and manifest.json. It stands there whole or not at all.
A page that is too much for banwen costs only itself. The same command again does only what is missing. Results are named on stdout, everything else on stderr.

Examples:
  banwen convert scans/2020-03-24 --output out
  banwen convert page1.tif page2.tif -o out --paper dawn --date 2020-03-24
  banwen convert archive -o out --format md,lines --jobs 4

)";

std::atomic<int> caught_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);

void catch_signal(int signal) {
    caught_signal = signal;
}

// The first Ctrl-C asks for an orderly end; the second is not caught and ends at once, which harms nothing
// either.
void listen_for_interrupts() {
    struct sigaction action {};
    action.sa_handler = catch_signal;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

std::string date_fault(const std::string& text) {
    int year = 0, month = 0, day = 0, length = 0;
    const bool shaped = text.size() == 10 &&
                        std::sscanf(text.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3 &&
                        length == 10;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return shaped && date.ok() ? "" : text + " is not a date of the form YYYY-MM-DD";
}

std::string edition_fault(const std::string& text) {
    const bool good = !text.empty() && text.size() <= 8 &&
                      text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos;
    return good ? "" : "an edition is up to eight of the characters a-z and 0-9";
}

template <typename Value>
using Names = std::vector<std::pair<std::string, Value>>;

// The library's own check of a choice would print the numbers behind the names.
CLI::Validator one_of(const std::vector<std::string>& names) {
    return CLI::Validator(
        [names](const std::string& text) {
            const bool known = std::find(names.begin(), names.end(), text) != names.end();
            return known ? "" : fmt::format("{} is none of {}", text, fmt::join(names, ", "));
        },
        "");
}

// An option that takes one of the names and stores what stands behind it.
template <typename Value>
CLI::Option* add_choice(CLI::App& command, const std::string& option, Value& target,
                        const Names<Value>& choices, const std::string& help) {
    std::vector<std::string> names;
    for (const auto& [name, value] : choices)
        names.push_back(name);
    const auto store = [&target, choices](const std::string& text) {
        for (const auto& [name, value] : choices)
            if (name == text) target = value;
    };
    return command.add_option_function<std::string>(option, store, help)
        ->check(one_of(names))
        ->type_name("NAME");
}

// The servers that records are shaped for: the formats bulk-NAME by their NAMEs.
constexpr std::string_view kBulk = "bulk-";

std::vector<std::string> bulk_servers() {
    std::vector<std::string> names;
    for (const std::string& format : output_formats())
        if (format.starts_with(kBulk)) names.push_back(format.substr(kBulk.size()));
    return names;
}

std::vector<std::string> plain_formats() {
    std::vector<std::string> names = output_formats();
    std::erase_if(names, [](const std::string& name) { return name.starts_with(kBulk); });
    return names;
}

// Counts things for a person: 1 issue, 2 issues.
std::string counted(int count, const std::string& thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

void print_summary(const RunSummary& summary) {
    const int read = summary.pages_done - summary.pages_failed;
    std::string text = fmt::format("{} written, {} kept; {} read", counted(summary.issues_written, "issue"),
                                   summary.issues_kept, counted(read, "page"));
    if (summary.pages_known > 0) text += fmt::format(" ({} by an earlier run)", summary.pages_known);
    if (summary.pages_failed > 0)
        text += fmt::format(", {} failed; the same command tries the partial issues again ({})",
                            summary.pages_failed, summary.issues_partial);
    std::fprintf(stderr, "banwen: %s\n", text.c_str());
}

void add_format_options(CLI::App& command, WriteOptions& options) {
    command
        .add_option(
            "--format", options.formats,
            fmt::format("What to write, of {}; txt and jsonl always are", fmt::join(plain_formats(), ",")))
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(one_of(plain_formats()))
        ->type_name("NAME,...")
        ->default_str(fmt::format("{}", fmt::join(options.formats, ",")));
    command
        .add_option_function<std::vector<std::string>>(
            "--bulk",
            [&options](const std::vector<std::string>& servers) {
                for (const std::string& server : servers)
                    options.formats.push_back(std::string(kBulk) + server);
            },
            fmt::format("Files that search servers load whole, for {}", fmt::join(bulk_servers(), ",")))
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(one_of(bulk_servers()))
        ->type_name("NAME,...");
    command.add_option("--alto", options.alto_version, "Version of the format alto: 4.4 or 4.2")
        ->check(one_of({"4.4", "4.2"}))
        ->type_name("VERSION")
        ->capture_default_str();
}

// What a page may cost before it is given up.
void add_limit_options(CLI::App& command, RunOptions& options) {
    command
        .add_option_function<int>(
            "--page-timeout",
            [&options](int seconds) { options.page_timeout = std::chrono::seconds(seconds); },
            "What a page may take; 0: any time")
        ->check(CLI::Range(0, 1'000'000).description(""))
        ->type_name("SECONDS")
        ->default_str(fmt::format("{}", options.page_timeout / std::chrono::seconds(1)));
    command
        .add_option_function<int>(
            "--max-memory", [&options](int megabytes) { options.max_memory = std::int64_t{megabytes} << 20; },
            "What each of the --jobs may hold; 0: its share of the machine's")
        ->check(CLI::Range(0, 100'000'000).description(""))
        ->type_name("MB")
        ->default_str("0");
}

void add_run_options(CLI::App& command, RunOptions& options) {
    command.add_option("INPUT", options.inputs, "Page images, PDF files or folders")
        ->type_name("")
        ->configurable(false);
    command.add_option("-o,--output", options.output, "Folder that takes the results; required")
        ->type_name("DIR");
    add_format_options(command, options.write);
    command.add_option("-j,--jobs", options.jobs, "Pages read side by side; 0: as many as there are cores")
        ->check(CLI::Range(0, 1024).description(""))
        ->type_name("N")
        ->capture_default_str();
    add_limit_options(command, options);
    const Names<Redo> redo = {{"none", Redo::none}, {"changed", Redo::changed}, {"all", Redo::all}};
    add_choice(
        command, "--redo", options.redo, redo,
        "Complete results to make again: none, all, or changed\n(by version, options, models or pages)")
        ->default_str("none");
}

void add_issue_options(CLI::App& command, IssueOptions& options) {
    command.add_option("--paper", options.paper, "The newspaper's name, for the ids")->type_name("NAME");
    command.add_option("--date", options.date, "The issue's date, YYYY-MM-DD")
        ->check(CLI::Validator(date_fault, ""))
        ->type_name("DATE");
    command.add_option("--edition", options.edition, "The issue's edition, 'a' where none is named")
        ->check(CLI::Validator(edition_fault, ""))
        ->type_name("X");
}

void add_doubts_option(CLI::App& command, TextOptions& options) {
    add_choice(command, "--doubts", options.doubts,
               Names<Evidence>{{"paper", Evidence::paper}, {"language", Evidence::language}},
               "What may overturn a doubtful reading: the paper's own text, or\nthe language too where "
               "libime is there")
        ->default_str(std::string(name_of(options.doubts)));
}

void add_reading_options(CLI::App& command, Options& options) {
    command.add_option("--lang", options.recognize.lang, "Languages, as chi_sim+eng")
        ->type_name("NAME")
        ->capture_default_str();
    command
        .add_option("--model", options.recognize.model,
                    "accurate, fast or a .traineddata file; else the best one that is there")
        ->type_name("NAME");
    Names<Engine> engines;
    for (const Engine engine : {Engine::best, Engine::lstm, Engine::tesseract})
        engines.emplace_back(name_of(engine), engine);
    add_choice(
        command, "--engine", options.recognize.engine, engines,
        "What runs the model: lstm (banwen's own), tesseract, or\nauto: lstm where it can run the model")
        ->default_str(std::string(name_of(options.recognize.engine)));
    Names<Punctuation> punctuation;
    for (const Punctuation kind : {Punctuation::fullwidth, Punctuation::ascii})
        punctuation.emplace_back(name_of(kind), kind);
    add_choice(command, "--punctuation", options.text.punctuation, punctuation,
               "fullwidth or ascii between Han characters")
        ->default_str(std::string(name_of(options.text.punctuation)));
    Names<PrintedScript> script;
    for (const PrintedScript kind : {PrintedScript::as_printed, PrintedScript::hans})
        script.emplace_back(name_of(kind), kind);
    add_choice(command, "--script", options.text.script, script,
               "printed, or hans: traditional characters become simplified")
        ->default_str(std::string(name_of(options.text.script)));
    add_doubts_option(command, options.text);
}

ExitCode convert(RunOptions options) {
    if (options.output.empty())
        throw failure(ExitCode::usage, "--output", "is required", "see banwen convert --help");
    if (options.inputs.empty())
        throw failure(ExitCode::usage, "INPUT", "is required", "see banwen convert --help");
    if (options.walk.text.script == PrintedScript::hans && !can_convert_script())
        throw failure(ExitCode::usage, "--script hans",
                      "needs OpenCC, which this build or machine does not have");
    options.worker = {"/proc/self/exe", "worker"};
    listen_for_interrupts();
    options.stop = [] { return caught_signal != 0; };
    RunSummary summary;
    {
        ProgressDisplay display;
        summary = convert_run(options, [&](const Progress& progress) { display.show(progress); });
    }
    print_summary(summary);
    if (summary.stopped) {
        std::fputs(
            "banwen: interrupted; what has been read is kept, and the same command goes on from here\n",
            stderr);
        // Ends as the signal would have ended it, so that a calling shell stops too.
        std::signal(caught_signal, SIG_DFL);
        std::raise(caught_signal);
    }
    return summary.status;
}

}  // namespace

Action define_convert(CLI::App& command) {
    const auto options = std::make_shared<RunOptions>();
    const auto config = std::make_shared<std::string>();
    command.footer(std::string(kFooter) + kExitStatusHelp);
    add_run_options(command, *options);
    add_issue_options(command, options->walk.issue);
    add_reading_options(command, options->walk);
    command.add_option("--config", *config, "TOML file with options under these same names")
        ->configurable(false)
        ->type_name("FILE");
    return [&command, options, config] {
        if (!config->empty()) apply_config_file(command, *config);
        return convert(*options);
    };
}

}  // namespace banwen
