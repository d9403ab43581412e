// Recognizer: the one interface behind which an engine reads a single line image.
#pragma once

#include <vector>

#include "core/image.h"
#include "core/text_line.h"

namespace banwen {

// What is asked of an engine about one line.
struct LineImage {
    GrayImage gray;        // dark type on white, cropped to the ink and a small margin
    double type_size = 0;  // px of one Han character in `gray`
};

// One instance belongs to one worker; it may keep state between lines, and two lines never run on it at once.
class Recognizer {
  public:
    virtual ~Recognizer() = default;
    Recognizer() = default;
    Recognizer(const Recognizer&) = delete;
    Recognizer& operator=(const Recognizer&) = delete;

    // Glyphs from left to right, boxes in px of `line.gray`; empty where nothing legible was found.
    // Throws Error(bug) when the engine itself breaks.
    virtual std::vector<Glyph> read_line(const LineImage& line) = 0;
};

}  // namespace banwen
