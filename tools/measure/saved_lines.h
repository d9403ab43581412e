// Saved lines: line images and what one machine read on them, in a file for another machine to read them
// again.
#pragma once

#include <string>
#include <vector>

#include "core/image.h"
#include "recognize/lstm/line_reader.h"
#include "recognize/lstm/model.h"

namespace banwen {

struct SavedLine {
    GrayImage image;
    std::string text;
};

void save_lines(const std::vector<SavedLine>& lines, const std::string& file);

// Throws std::runtime_error where the file is not whole.
std::vector<SavedLine> load_lines(const std::string& file);

// All bytes of a file; throws std::runtime_error where there is none.
std::vector<std::uint8_t> bytes_of(const std::string& file);

// The text of a line, spaces as the network has them.
std::string text_of(const std::vector<lstm::ReadCharacter>& line, const lstm::Model& model);

}  // namespace banwen
