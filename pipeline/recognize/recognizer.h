// Recognizer: the one interface behind which an engine reads line images.
#pragma once

#include <span>
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

    // The height in px that a line image should have, where the engine cares; 0: any.
    virtual int line_height() const { return 0; }

    // From now on lines may be read by as many threads side by side; results do not depend on it. An engine
    // that knows no threads goes on with one.
    virtual void use_threads(int) {}

    // An engine with a network of its own, which may be asked about lines that this one doubts; null where
    // there is none. It belongs to this one.
    virtual Recognizer* second_opinion() { return nullptr; }

    // For each line its glyphs from left to right, boxes in px of its `gray`; none where nothing legible was
    // found. What a line reads does not depend on the others. Throws Error(bug) when the engine itself
    // breaks.
    virtual std::vector<std::vector<Glyph>> read_lines(std::span<const LineImage> lines) = 0;
};

}  // namespace banwen
