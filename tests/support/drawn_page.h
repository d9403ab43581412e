// Pages drawn for the tests of layout: blocks that have the proportions of printed Chinese, so that a test
// knows where everything stands.
#pragma once

#include <string>

#include "core/scan_image.h"

namespace banwen::test {

class DrawnPage {
  public:
    DrawnPage(int width, int height, int em);

    // `count` characters of `size` px from (left, top) to the right, each a figure of strokes; no two lines
    // are alike.
    void line(int left, int top, int count, int size);
    // `rows` full lines under each other, `pitch` px from top to top; the first one indented by two
    // characters.
    void column(int left, int top, int count, int rows, int pitch);
    // Characters under each other.
    void line_down(int left, int top, int count, int size);
    void fill(const Box& box, std::uint8_t shade);
    void frame(const Box& box, int thickness);
    // A photograph: all shades, nowhere white.
    void photograph(const Box& box);

    // As the clean room would hand it on.
    CleanPage page() const;

  private:
    void character(int left, int top, int size);

    GrayImage gray_;
    GrayImage shade_;
    int em_;
    unsigned next_ = 1;
};

}  // namespace banwen::test
