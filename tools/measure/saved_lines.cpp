#include "saved_lines.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace banwen {
namespace {

void write(std::ofstream& stream, const void* bytes, std::size_t count) {
    stream.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(count));
}

void write(std::ofstream& stream, std::size_t number) {
    const auto small = static_cast<std::uint32_t>(number);
    write(stream, &small, sizeof small);
}

void read(std::ifstream& stream, void* bytes, std::size_t count) {
    stream.read(static_cast<char*>(bytes), static_cast<std::streamsize>(count));
    if (!stream) throw std::runtime_error("the file of lines ends too early");
}

std::uint32_t read_number(std::ifstream& stream) {
    std::uint32_t number = 0;
    read(stream, &number, sizeof number);
    return number;
}

}  // namespace

void save_lines(const std::vector<SavedLine>& lines, const std::string& file) {
    std::ofstream stream(file, std::ios::binary);
    write(stream, lines.size());
    for (const SavedLine& line : lines) {
        write(stream, static_cast<std::size_t>(line.image.width));
        write(stream, static_cast<std::size_t>(line.image.height));
        write(stream, line.image.pixels.data(), line.image.pixels.size());
        write(stream, line.text.size());
        write(stream, line.text.data(), line.text.size());
    }
}

std::vector<SavedLine> load_lines(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::vector<SavedLine> lines(read_number(stream));
    for (SavedLine& line : lines) {
        const auto width = static_cast<int>(read_number(stream)),
                   height = static_cast<int>(read_number(stream));
        line.image = blank_image(width, height);
        read(stream, line.image.pixels.data(), line.image.pixels.size());
        line.text.resize(read_number(stream));
        read(stream, line.text.data(), line.text.size());
    }
    return lines;
}

std::vector<std::uint8_t> bytes_of(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw std::runtime_error("cannot read " + file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string text_of(const std::vector<lstm::ReadCharacter>& line, const lstm::Model& model) {
    std::string text;
    for (const lstm::ReadCharacter& each : line)
        text += each.character == lstm::kSpace ? " " : model.characters.at(each.character).text;
    return text;
}

}  // namespace banwen
