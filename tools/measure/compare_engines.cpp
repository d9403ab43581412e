// compare_engines: whether banwen's own engine reads what libtesseract reads. On the same line images, with
// and without dictionaries, a row a file: how many lines the exact kernels read alike, how far their
// certainties are from libtesseract's on those, the error rate of the fast kernels beside libtesseract's, and
// how many lines all kernels of this machine read alike, and with the same bytes.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

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
    PrintedLineOptions cut{.height = 36};
    std::string save;
    bool without_dictionary = false;
    bool each = false;
};

using ReadLine = std::vector<lstm::ReadCharacter>;

std::vector<ReadLine> read_lines(const lstm::Model& model, const lstm::Kernels& kernels, lstm::Ways ways,
                                 const std::vector<PrintedLine>& lines) {
    lstm::LineReader reader(model, kernels, {.ways = ways});
    return reader.read(images_of(lines));
}

// Characters without spaces.
std::vector<ReferenceCharacter> without_spaces(const ReadLine& line, const lstm::Model& model) {
    std::vector<ReferenceCharacter> characters;
    for (const lstm::ReadCharacter& each : line)
        if (each.character != lstm::kSpace)
            characters.push_back(
                {model.characters.at(each.character).text, std::max(each.certainty, -20.0F)});
    return characters;
}

std::string joined(const std::vector<ReferenceCharacter>& line) {
    std::string text;
    for (const ReferenceCharacter& each : line)
        text += each.text;
    return text;
}

// What a file's lines showed; rows add up.
struct Row {
    double lines = 0, alike = 0;
    double farthest = 0;  // certainty, on lines that are alike
    double printed = 0;   // characters
    double reference_errors = 0, exact_errors = 0, fast_errors = 0;
    double squares = 0;  // of what the fast kernels err more, by line
    double same_text = 0, same_bytes = 0;

    void add(const Row& other) {
        lines += other.lines, alike += other.alike;
        farthest = std::max(farthest, other.farthest);
        printed += other.printed;
        reference_errors += other.reference_errors, exact_errors += other.exact_errors;
        fast_errors += other.fast_errors, squares += other.squares;
        same_text += other.same_text, same_bytes += other.same_bytes;
    }
};

void print_head() {
    fmt::print("{:28} {:>5} {:>8} {:>9} | {:>7} {:>7} {:>7} {:>15} | {:>9} {:>10}\n", "", "lines", "alike %",
               "farthest", "CER ref", "exact", "fast", "fast − ref", "same text", "same bytes");
}

void print_row(const std::string& name, const Row& row) {
    const auto percent = [](double part, double whole) { return whole > 0 ? 100 * part / whole : 0; };
    fmt::print(
        "{:28} {:5} {:8.2f} {:9.1e} | {:7.3f} {:7.3f} {:7.3f} {:+7.3f} ± {:5.3f} | {:8.2f}% {:9.2f}%\n", name,
        row.lines, percent(row.alike, row.lines), row.farthest, percent(row.reference_errors, row.printed),
        percent(row.exact_errors, row.printed), percent(row.fast_errors, row.printed),
        percent(row.fast_errors - row.reference_errors, row.printed),
        percent(2 * std::sqrt(row.squares), row.printed), percent(row.same_text, row.lines),
        percent(row.same_bytes, row.lines));
    std::fflush(stdout);
}

// Adds how far the certainties are from each other; the texts are the same.
double farthest_certainty(const std::vector<ReferenceCharacter>& a,
                          const std::vector<ReferenceCharacter>& b) {
    double farthest = 0;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        farthest = std::max(farthest, std::abs(a[i].certainty - b[i].certainty));
    return farthest;
}

bool same_bytes(const ReadLine& a, const ReadLine& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const lstm::ReadCharacter& one, const lstm::ReadCharacter& other) {
                          return one.character == other.character && one.certainty == other.certainty &&
                                 one.left == other.left && one.right == other.right;
                      });
}

void compare_with_reference(const Wanted& wanted, const lstm::Model& model, TesseractReader& tesseract,
                            const std::vector<PrintedLine>& lines, const std::vector<ReadLine>& fast,
                            Row& row) {
    const std::vector<ReadLine> exact = read_lines(model, lstm::exact_kernels(), lstm::Ways::all, lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        tesseract.recognize(lines[i].image);
        const std::vector<ReferenceCharacter> reference = tesseract.characters();
        const std::vector<ReferenceCharacter> own = without_spaces(exact[i], model);
        const std::string reference_text = joined(reference), own_text = joined(own);
        const double off = farthest_certainty(own, reference);
        if (own_text == reference_text) {
            row.alike += 1;
            row.farthest = std::max(row.farthest, off);
        }
        if (wanted.each && (own_text != reference_text || off > 1e-3))
            fmt::print("  {} {}\n    printed   {}\n    reference {}\n    exact     {}\n", i, off,
                       lines[i].text, reference_text, own_text);
        const std::u32string printed = comparable_text(lines[i].text);
        const auto errors = [&](const std::string& text) {
            return static_cast<double>(edit_distance(comparable_text(text), printed));
        };
        const double wrong = errors(reference_text),
                     fast_wrong = errors(joined(without_spaces(fast[i], model)));
        row.printed += static_cast<double>(printed.size());
        row.reference_errors += wrong;
        row.exact_errors += errors(own_text);
        row.fast_errors += fast_wrong;
        row.squares += (fast_wrong - wrong) * (fast_wrong - wrong);
    }
}

// All kernels that the processor can run, beside the first of them; the portable ones need have the text
// only.
void compare_kernels(const lstm::Model& model, const std::vector<PrintedLine>& lines,
                     const std::vector<ReadLine>& fast, Row& row) {
    std::vector<bool> text(lines.size(), true), bytes(lines.size(), true);
    for (const lstm::Kernels& kernels : lstm::usable_kernels()) {
        const std::vector<ReadLine> read = read_lines(model, kernels, lstm::Ways::likely, lines);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            text[i] = text[i] && text_of(read[i], model) == text_of(fast[i], model);
            if (kernels.name != "portable") bytes[i] = bytes[i] && same_bytes(read[i], fast[i]);
        }
    }
    row.lines = static_cast<double>(lines.size());
    row.same_text = static_cast<double>(std::count(text.begin(), text.end(), true));
    row.same_bytes = static_cast<double>(std::count(bytes.begin(), bytes.end(), true));
}

void compare(const Wanted& wanted, const ModelBytes& bytes, std::vector<SavedLine>& saved) {
    const lstm::Model model = lstm::read_model(bytes);
    TesseractReader tesseract(bytes);
    Row all;
    print_head();
    for (const std::string& truth : wanted.truths) {
        const std::vector<PrintedLine> lines = printed_lines(truth, wanted.cut);
        const std::vector<ReadLine> fast =
            read_lines(model, lstm::usable_kernels().front(), lstm::Ways::likely, lines);
        Row row;
        compare_kernels(model, lines, fast, row);
        compare_with_reference(wanted, model, tesseract, lines, fast, row);
        const std::size_t end = truth.rfind('/'), begin = truth.rfind('/', end - 1);
        print_row(truth.substr(begin + 1, end - begin - 1), row);
        all.add(row);
        if (!wanted.save.empty())
            for (std::size_t i = 0; i < lines.size(); ++i)
                saved.push_back({lines[i].image, text_of(fast[i], model)});
    }
    print_row("all", all);
}

void run(const Wanted& wanted) {
    const ModelBytes bytes = bytes_of(wanted.model);
    std::vector<SavedLine> saved;
    if (wanted.without_dictionary) {
        fmt::print("without dictionaries\n");
        compare({.truths = wanted.truths, .cut = wanted.cut, .each = wanted.each},
                without_dictionaries(bytes), saved);
    }
    fmt::print("as the model is\n");
    compare(wanted, bytes, saved);
    if (!wanted.save.empty()) save_lines(saved, wanted.save);
}

}  // namespace
}  // namespace banwen

int main(int argc, char** argv) {
    CLI::App app{"Compares what banwen's engine reads with what libtesseract reads. Set OMP_THREAD_LIMIT=1."};
    banwen::Wanted wanted;
    app.add_option("TRUTH", wanted.truths, "truth.json of generated pages")
        ->required()
        ->check(CLI::ExistingFile);
    app.add_option("--model", wanted.model, "A .traineddata file")->required()->check(CLI::ExistingFile);
    app.add_option("--height", wanted.cut.height, "Of the line images in px")->capture_default_str();
    app.add_option("--lines", wanted.cut.most, "At most so many of each file");
    app.add_option("--save", wanted.save, "Write the lines and what the fast kernels read to this file");
    app.add_flag("--without-dictionary", wanted.without_dictionary, "Compare without dictionaries too");
    app.add_flag("--each", wanted.each, "Print each line that is not alike");
    try {
        app.parse(argc, argv);
        banwen::run(wanted);
        return 0;
    } catch (const CLI::Error& error) {
        return app.exit(error);
    }
}
