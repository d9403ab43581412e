// read_saved_lines MODEL LINES: reads lines that another machine has read, with each kind of kernels of this
// one. Exit status 1 where more than one line in a thousand has another text.
#include <cstdio>
#include <exception>
#include <vector>

#include "recognize/lstm/line_reader.h"
#include "saved_lines.h"

namespace banwen {
namespace {

bool reads_alike(const lstm::Model& model, const lstm::Kernels& kernels,
                 const std::vector<SavedLine>& lines) {
    std::vector<const GrayImage*> images;
    for (const SavedLine& line : lines)
        images.push_back(&line.image);
    lstm::LineReader reader(model, kernels, {});
    const auto read = reader.read(images);
    std::size_t alike = 0;
    for (std::size_t i = 0; i < lines.size(); ++i)
        alike += text_of(read[i], model) == lines[i].text ? 1 : 0;
    std::printf("%-12s %zu of %zu lines alike\n", std::string(kernels.name).c_str(), alike, lines.size());
    return 1000 * alike >= 999 * lines.size();
}

bool run(const char* model_file, const char* line_file) {
    const std::vector<std::uint8_t> bytes = bytes_of(model_file);
    const lstm::Model model = lstm::read_model(bytes);
    const std::vector<SavedLine> lines = load_lines(line_file);
    bool alike = !lines.empty();
    for (const lstm::Kernels& kernels : lstm::usable_kernels())
        alike = reads_alike(model, kernels, lines) && alike;
    return alike;
}

}  // namespace
}  // namespace banwen

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: read_saved_lines MODEL LINES\n");
        return 2;
    }
    try {
        return banwen::run(arguments[1], arguments[2]) ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "read_saved_lines: %s\n", error.what());
        return 1;
    }
}
