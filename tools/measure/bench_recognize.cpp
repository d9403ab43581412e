// bench_recognize: what recognition costs. Reads the same line images with each kind of kernels and with
// libtesseract, by turns, and prints milliseconds of CPU a line, the ratio of the medians, errors, and how
// fast each layer runs.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <time.h>

#include "core/characters.h"
#include "model_parts.h"
#include "printed_lines.h"
#include "recognize/lstm/line_reader.h"
#include "saved_lines.h"
#include "score/comparable_text.h"
#include "score/edit_distance.h"
#include "tesseract_reader.h"

namespace banwen {
namespace {

struct Wanted {
    std::vector<std::string> truths;
    std::string model;
    int height = 36;
    int lines = 200;
    int rounds = 3;
    std::vector<std::string> kernels;
    bool without_tesseract = false;
    bool all_ways = false;
};

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Equal parts from each file.
std::vector<PrintedLine> lines_of(const Wanted& wanted) {
    std::vector<PrintedLine> lines;
    const int files = static_cast<int>(wanted.truths.size());
    for (int i = 0; i < files; ++i) {
        const int most = wanted.lines * (i + 1) / files - static_cast<int>(lines.size());
        for (PrintedLine& line : printed_lines(wanted.truths[static_cast<std::size_t>(i)],
                                               {.height = wanted.height, .most = most}))
            lines.push_back(std::move(line));
    }
    return lines;
}

// What one reader gave in one round.
struct Reading {
    double seconds = 0;
    std::vector<std::string> texts;
};

Reading read_with(lstm::LineReader& reader, const lstm::Model& model, const std::vector<PrintedLine>& lines) {
    const std::vector<const GrayImage*> images = images_of(lines);
    Reading reading;
    const double begin = cpu_seconds();
    const auto read = reader.read(images);
    reading.seconds = cpu_seconds() - begin;
    for (const auto& line : read)
        reading.texts.push_back(text_of(line, model));
    return reading;
}

Reading read_with(TesseractReader& reader, const std::vector<PrintedLine>& lines) {
    Reading reading;
    for (const PrintedLine& line : lines) {
        const double begin = cpu_seconds();
        reader.recognize(line.image);
        reading.seconds += cpu_seconds() - begin;
        reading.texts.push_back(reader.text());
    }
    return reading;
}

struct Errors {
    double rate = 0;
    double more = 0;      // than the reference
    double interval = 0;  // ± of `more`: two standard errors, over lines
};

Errors errors_of(const std::vector<std::string>& texts, const std::vector<std::string>& reference,
                 const std::vector<PrintedLine>& lines) {
    double wrong = 0, more = 0, squares = 0, length = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::u32string truth = comparable_text(lines[i].text);
        const int own = edit_distance(comparable_text(texts[i]), truth);
        const double difference = own - edit_distance(comparable_text(reference[i]), truth);
        wrong += own;
        more += difference;
        squares += difference * difference;
        length += static_cast<double>(truth.size());
    }
    return {wrong / length, more / length, 2 * std::sqrt(squares) / length};
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Row {
    std::string name;
    std::vector<double> seconds;
    std::vector<std::string> texts;
};

void print_rows(const std::vector<Row>& rows, const std::vector<PrintedLine>& lines) {
    const Row& reference = rows.back();
    fmt::print("{:12} {:>9} {:>7} {:>8} {:>16} {:>10}\n", "", "ms/line", "ratio", "CER %", "more",
               "same text");
    for (const Row& row : rows) {
        const Errors errors = errors_of(row.texts, reference.texts, lines);
        std::size_t same = 0;
        for (std::size_t i = 0; i < lines.size(); ++i)
            same += comparable_text(row.texts[i]) == comparable_text(reference.texts[i]) ? 1 : 0;
        fmt::print("{:12} {:9.3f} {:7.1f} {:8.3f} {:+8.3f} ± {:5.3f} {:9.2f}%\n", row.name,
                   1e3 * median(row.seconds) / static_cast<double>(lines.size()),
                   median(reference.seconds) / median(row.seconds), 100 * errors.rate, 100 * errors.more,
                   100 * errors.interval,
                   100.0 * static_cast<double>(same) / static_cast<double>(lines.size()));
    }
}

// Time and products of each layer: a layer is known by the shape of its matrix. The kernels are called
// through functions that take the time; padding counts as work.
struct Work {
    double seconds = 0;
    double products = 0;
};
using Shape = std::array<int, 4>;  // kind, blocks, first and second inputs
std::map<Shape, Work> layer_work;
const lstm::Kernels* timed = nullptr;

template <class Task>
void take_time(void (*kernel)(const Task&), const Task& task, const lstm::Matrix& matrix, int kind,
               double rows) {
    const double begin = cpu_seconds();
    kernel(task);
    Work& work = layer_work[{kind, matrix.blocks, matrix.first_inputs, matrix.second_inputs}];
    work.seconds += cpu_seconds() - begin;
    const int vectors = kind == 0 ? 1 : lstm::kGates;
    work.products +=
        rows * matrix.blocks * vectors * timed->lanes * (matrix.first_inputs + matrix.second_inputs);
}

void print_layers(const lstm::Model& model, const lstm::Kernels& kernels,
                  const std::vector<PrintedLine>& lines) {
    timed = &kernels;
    layer_work.clear();
    lstm::Kernels timing = kernels;
    timing.convolve = [](const lstm::ConvolutionTask& task) {
        take_time(timed->convolve, task, task.matrix, 0,
                  1.0 * task.width * task.height * task.pool_width * task.pool_height);
    };
    timing.step_memory = [](const lstm::MemoryStep& step) {
        take_time(timed->step_memory, step, step.gates, 1, step.count);
    };
    timing.find_probabilities = [](const lstm::OutputTask& task) {
        take_time(timed->find_probabilities, task, task.matrix, 2, task.count);
    };
    lstm::LineReader reader(model, timing, {});
    const double whole = read_with(reader, model, lines).seconds;
    constexpr std::array<const char*, 3> kKinds = {"convolution", "memory", "output"};
    double layers = 0;
    for (const auto& [shape, work] : layer_work) {
        layers += work.seconds;
        fmt::print("  {:12} {:4} + {:3} inputs × {:4} {:8.3f} ms/line {:7.1f} GMAC/s\n",
                   kKinds[static_cast<std::size_t>(shape[0])], shape[2], shape[3],
                   shape[1] * kernels.lanes * (shape[0] == 0 ? 1 : lstm::kGates),
                   1e3 * work.seconds / static_cast<double>(lines.size()),
                   work.products / work.seconds * 1e-9);
    }
    fmt::print("  {:38} {:8.3f} ms/line\n", "input values, search, the rest",
               1e3 * (whole - layers) / static_cast<double>(lines.size()));
}

bool is_wanted(const lstm::Kernels& kernels, const Wanted& wanted) {
    return wanted.kernels.empty() ||
           std::find(wanted.kernels.begin(), wanted.kernels.end(), kernels.name) != wanted.kernels.end();
}

std::vector<lstm::Kernels> wanted_kernels(const Wanted& wanted) {
    std::vector<lstm::Kernels> kernels;
    for (const lstm::Kernels& each : lstm::usable_kernels())
        if (is_wanted(each, wanted)) kernels.push_back(each);
    if (!wanted.kernels.empty() && is_wanted(lstm::exact_kernels(), wanted))
        kernels.push_back(lstm::exact_kernels());
    return kernels;
}

void bench(const Wanted& wanted) {
    const ModelBytes file = bytes_of(wanted.model);
    const lstm::Model model = lstm::read_model(file);
    const std::vector<PrintedLine> lines = lines_of(wanted);
    const std::vector<lstm::Kernels> kernels = wanted_kernels(wanted);
    std::vector<Row> rows;
    std::vector<std::unique_ptr<lstm::LineReader>> readers;
    for (const lstm::Kernels& each : kernels) {
        rows.push_back({std::string(each.name), {}, {}});
        readers.push_back(std::make_unique<lstm::LineReader>(
            model, each,
            lstm::SearchOptions{.ways = wanted.all_ways ? lstm::Ways::all : lstm::Ways::likely}));
    }
    std::unique_ptr<TesseractReader> tesseract;
    if (!wanted.without_tesseract) {
        tesseract = std::make_unique<TesseractReader>(file);
        rows.push_back({"libtesseract", {}, {}});
    }
    for (int round = 0; round < wanted.rounds; ++round)
        for (std::size_t i = 0; i < rows.size(); ++i) {
            Reading reading =
                i < readers.size() ? read_with(*readers[i], model, lines) : read_with(*tesseract, lines);
            rows[i].seconds.push_back(reading.seconds);
            rows[i].texts = std::move(reading.texts);
        }
    fmt::print("{} lines {} px high, {} rounds\n", lines.size(), wanted.height, wanted.rounds);
    print_rows(rows, lines);
    for (const lstm::Kernels& each : kernels) {
        fmt::print("{}\n", each.name);
        print_layers(model, each, lines);
    }
}

}  // namespace
}  // namespace banwen

int main(int argc, char** argv) {
    CLI::App app{"Times recognition with each kind of kernels beside libtesseract. Set OMP_THREAD_LIMIT=1."};
    banwen::Wanted wanted;
    app.add_option("TRUTH", wanted.truths, "truth.json of generated pages")
        ->required()
        ->check(CLI::ExistingFile);
    app.add_option("--model", wanted.model, "A .traineddata file")->required()->check(CLI::ExistingFile);
    app.add_option("--height", wanted.height, "Of the line images in px")->capture_default_str();
    app.add_option("--lines", wanted.lines, "How many")->capture_default_str();
    app.add_option("--rounds", wanted.rounds, "How often each reads them")->capture_default_str();
    app.add_option("--kernels", wanted.kernels, "Only these; exact is not run otherwise")->delimiter(',');
    app.add_flag("--without-tesseract", wanted.without_tesseract, "Compare with the last of the kernels");
    app.add_flag("--all-ways", wanted.all_ways, "Drop no hopeless reading from the search");
    try {
        app.parse(argc, argv);
        banwen::bench(wanted);
        return 0;
    } catch (const CLI::Error& error) {
        return app.exit(error);
    }
}
