#include "convert_options.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "config_file.h"
#include "text/convert_script.h"

namespace banwen {
namespace {

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

// N, or N% of the run's pages.
std::string share_fault(const std::string& text) {
    double number = 0;
    char sign = '%';
    char beyond = 0;
    const int found = std::sscanf(text.c_str(), "%lf%c%c", &number, &sign, &beyond);
    const bool whole = found == 2 || number == static_cast<int>(number);
    const bool good = found >= 1 && found <= 2 && sign == '%' && number >= 0 && whole;
    return good ? "" : text + " is neither a number of pages nor a share as 10%";
}

void add_policy_options(CLI::App& command, FailurePolicy& policy) {
    command
        .add_option_function<std::string>(
            "--on-page-error",
            [&policy](const std::string& what) {
                if (what == "abort") policy.max_pages = 0;
            },
            "skip: its issue becomes partial; abort: the run ends with\nthe first, and keeps what was read")
        ->check(one_of({"skip", "abort"}))
        ->type_name("NAME")
        ->default_str("skip");
    command
        .add_option_function<std::string>(
            "--max-failures",
            [&policy](const std::string& text) {
                const double number = std::strtod(text.c_str(), nullptr);
                if (text.back() == '%')
                    policy.max_percent = number;
                else
                    policy.max_pages = static_cast<int>(number);
            },
            "The run ends when more pages have failed, or more of a hundred\nof its pages")
        ->check(CLI::Validator(share_fault, ""))
        ->type_name("N|N%");
}

void add_doubts_option(CLI::App& command, TextOptions& options) {
    add_choice(command, "--doubts", options.doubts,
               Names<Evidence>{{"paper", Evidence::paper}, {"language", Evidence::language}},
               "What may overturn a doubtful reading: the paper's own text, or\nthe language too where "
               "libime is there")
        ->default_str(std::string(name_of(options.doubts)));
}

}  // namespace

void add_run_options(CLI::App& command, RunOptions& options) {
    command.add_option("-o,--output", options.output, "Folder that takes the results; required")
        ->type_name("DIR");
    add_format_options(command, options.write);
    command.add_option("-j,--jobs", options.jobs, "Pages read side by side; 0: as many as there are cores")
        ->check(CLI::Range(0, 1024).description(""))
        ->type_name("N")
        ->capture_default_str();
    add_limit_options(command, options);
    add_policy_options(command, options.policy);
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
    Names<Effort> efforts;
    for (const Effort effort : {Effort::fast, Effort::normal, Effort::high})
        efforts.emplace_back(name_of(effort), effort);
    add_choice(command, "--effort", options.recognize.effort, efforts,
               "Second looks at doubtful lines: fast none, normal at the most\ndoubtful ones, high at most, "
               "which takes up to four times as long")
        ->default_str(std::string(name_of(options.recognize.effort)));
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

std::function<void()> add_config_option(CLI::App& command) {
    const auto file = std::make_shared<std::string>();
    command.add_option("--config", *file, "TOML file with options under these same names")
        ->configurable(false)
        ->type_name("FILE");
    return [&command, file] {
        if (!file->empty()) apply_config_file(command, *file);
    };
}

void check_run_options(const RunOptions& options) {
    if (options.output.empty()) throw failure(ExitCode::usage, "--output", "is required", "see --help");
    if (options.walk.text.script == PrintedScript::hans && !can_convert_script())
        throw failure(ExitCode::usage, "--script hans",
                      "needs OpenCC, which this build or machine does not have");
}

}  // namespace banwen
